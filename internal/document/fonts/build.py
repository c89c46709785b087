"""Makes the embedded fonts from Debian's packages fonts-inter 4.0 and
fonts-noto-core.

    apt-get install fonts-inter fonts-noto-core fonttools && python3 build.py

The PDF library reads TrueType outlines only and applies no font features, so
the script keeps the scripts that names and texts are written in here (Latin,
Greek, Cyrillic), turns the cubic outlines into quadratic ones, and makes the
tabular figures the usual ones, so that columns of amounts align. Hebrew and
Arabic, which names may be written in, come from one font of their own; Arabic
letters are drawn by their presentation forms.
"""
import tempfile

from fontTools import merge, subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

INTER = "/usr/share/fonts/opentype/inter/Inter-%s.otf"
NOTO = "/usr/share/fonts/truetype/noto/%s.ttf"
RANGES = [(0x20, 0x7E), (0xA0, 0x24F), (0x2C6, 0x2DD), (0x300, 0x301), (0x370, 0x3FF), (0x400, 0x45F),
          (0x490, 0x491), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF),
          (0x2100, 0x214F), (0x2190, 0x2199), (0x2200, 0x2265), (0x25A0, 0x25CF), (0x2605, 0x2606),
          (0x2610, 0x2612), (0x2713, 0x2717), (0xFB01, 0xFB02)]


def tabular(font):
    """Returns the substitutions of the feature tnum."""
    gsub, found = font["GSUB"].table, {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    found.update(getattr(table, "ExtSubTable", table).mapping)
    return found


def quadratic(font):
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, outlines
    for name in order:
        outlines[name].recalcBounds(glyf)
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxZones maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
                  "maxSizeOfInstructions maxComponentElements maxPoints maxContours maxCompositePoints "
                  "maxCompositeContours maxComponentDepth").split():
        setattr(maxp, field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    del font["CFF "]
    font.sfntVersion = "\000\001\000\000"


OPTIONS = dict(layout_features=[], name_IDs=["*"], notdef_outline=True, hinting=False, glyph_names=False,
               drop_tables=["GPOS", "GSUB", "GDEF", "DSIG", "STAT"])


def reduced(font, ranges):
    subsetter = subset.Subsetter(subset.Options(**OPTIONS))
    subsetter.populate(unicodes=[c for low, high in ranges for c in range(low, high + 1)])
    subsetter.subset(font)
    return font


def save(font, name):
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(name)


for weight in ("Regular", "SemiBold"):
    font = TTFont(INTER % weight)
    figures = tabular(font)
    for table in font["cmap"].tables:
        for digit in map(ord, "0123456789"):
            table.cmap[digit] = figures.get(table.cmap[digit], table.cmap[digit])
    quadratic(reduced(font, RANGES))
    save(font, "Inter-%s.ttf" % weight)

for weight in ("Regular", "Bold"):
    save(reduced(TTFont(NOTO % ("NotoSerif-" + weight)), RANGES), "NotoSerif-%s.ttf" % weight)

parts = []
for name, ranges in (("NotoSansHebrew-Regular", [(0x20, 0x20), (0x591, 0x5F4), (0xFB1D, 0xFB4F)]),
                     ("NotoSansArabic-Regular", [(0x60C, 0x6FF), (0xFB50, 0xFBFF), (0xFE70, 0xFEFC)])):
    part = tempfile.NamedTemporaryFile(suffix=".ttf")
    reduced(TTFont(NOTO % name), ranges).save(part.name)
    parts.append(part)
world = merge.Merger().merge([p.name for p in parts])
world["head"].created = TTFont(NOTO % "NotoSansHebrew-Regular")["head"].created
save(world, "NotoSans-World.ttf")
