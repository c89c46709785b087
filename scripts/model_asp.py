"""States a product model to clingo, for scripts/bench-clingo.

This is a second reading of the model format and of the rule language, made to
differ from the engine's: every part of an expression becomes a set of possible
values, each with an atom, and arithmetic is done here, on decimals, for every
combination. So only models whose products of values stay small can be stated.
"""
import ast
import csv
import decimal
import itertools
import os
import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

import yaml

decimal.getcontext().prec = 60
LIMIT = 300_000


class Impossible(Exception):
    """The model cannot be stated."""


def number(x):
    return Decimal(str(x))


def scalar(x):
    return number(x) if isinstance(x, (int, float)) and not isinstance(x, bool) else x


def cell(text):
    try:
        return number(text)
    except decimal.InvalidOperation:
        return text


def shown(x):
    if x is None:
        return "none"
    if isinstance(x, bool):
        return str(x).lower()
    if isinstance(x, Decimal):
        return format(x.normalize(), "f")
    return str(x)


def divided(x, y):
    return (x / y).quantize(Decimal("1e-12"), ROUND_HALF_UP) if y else None


def rounded(mode):
    def apply(x, places=Decimal(0)):
        return x.quantize(Decimal(1).scaleb(-int(places)), mode)
    return apply


def strict(f):
    """A function that has no value where an argument has none."""
    return lambda *args: None if None in args else f(*args)


def comparison(f, without=False):
    return lambda x, y: without if x is None or y is None else f(x, y)


COMPARE = {
    ast.Eq: comparison(lambda x, y: x == y), ast.NotEq: comparison(lambda x, y: x != y, True),
    ast.Lt: comparison(lambda x, y: x < y), ast.LtE: comparison(lambda x, y: x <= y),
    ast.Gt: comparison(lambda x, y: x > y), ast.GtE: comparison(lambda x, y: x >= y),
}
ARITHMETIC = {
    ast.Add: strict(lambda x, y: x + y), ast.Sub: strict(lambda x, y: x - y), ast.Mult: strict(lambda x, y: x * y),
    ast.Div: strict(divided), ast.Mod: strict(lambda x, y: x - y * (x / y).quantize(Decimal(1), ROUND_FLOOR) if y else None),
}
FUNCTIONS = {
    "round": strict(rounded(ROUND_HALF_UP)), "floor": strict(rounded(ROUND_FLOOR)), "ceil": strict(rounded(ROUND_CEILING)),
    "abs": strict(abs), "implies": lambda x, y: not x or bool(y), "ite": lambda c, x, y: x if c else y,
    "min": lambda *a: min([x for x in a if x is not None], default=None),
    "max": lambda *a: max([x for x in a if x is not None], default=None),
}
FOLDS = {
    "sum": (Decimal(0), lambda total, x: total if x is None else total + x),
    "count": (Decimal(0), lambda total, x: total + 1 if x else total),
    "any": (False, lambda total, x: total or bool(x)),
    "all": (True, lambda total, x: total and bool(x)),
}


def parsed(text):
    """The syntax tree of an expression: Python's, once conditionals are calls and
    elements have a name."""
    text = re.sub(r"(?<![\w)\]\"'])\.([a-z_])", r"_.\1", str(text))
    text = re.sub(r"\btrue\b", "True", re.sub(r"\bfalse\b", "False", text)).strip()
    return ast.parse(conditional(text), mode="eval").body


def conditional(text):
    """Rewrites a ? b : c, innermost brackets first."""
    depth, quote, question, parts, start = 0, "", -1, [], None
    out, i = "", 0
    while i < len(text):
        c = text[i]
        if quote:
            quote = "" if c == quote else quote
        elif c in "\"'":
            quote = c
        elif c in "([":
            close = matching(text, i)
            inner = [conditional(x) for x in split(text[i + 1:close], ",")]
            out += c + ",".join(inner) + text[close]
            i = close + 1
            continue
        out += c
        i += 1
    pieces = split(out, "?")
    if len(pieces) == 1:
        return out
    condition, rest = pieces[0], "?".join(pieces[1:])
    at = colon(rest)
    return "ite(%s, %s, %s)" % (condition, conditional(rest[:at]), conditional(rest[at + 1:]))


def matching(text, i):
    depth, quote = 0, ""
    for k in range(i, len(text)):
        c = text[k]
        if quote:
            quote = "" if c == quote else quote
        elif c in "\"'":
            quote = c
        elif c in "([":
            depth += 1
        elif c in ")]":
            depth -= 1
            if depth == 0:
                return k
    raise Impossible("brackets in " + text)


def split(text, mark):
    """Splits at a mark outside of brackets and quotes."""
    out, last, i, quote = [], 0, 0, ""
    while i < len(text):
        c = text[i]
        if quote:
            quote = "" if c == quote else quote
        elif c in "\"'":
            quote = c
        elif c in "([":
            i = matching(text, i)
        elif c == mark:
            out.append(text[last:i])
            last = i + 1
        i += 1
    return out + [text[last:]]


def colon(text):
    """The place of the colon that belongs to the first question mark."""
    open_, at = 0, 0
    for piece in re.split(r"([?:])", text):
        if piece == "?":
            open_ += 1
        elif piece == ":":
            if open_ == 0:
                return at
            open_ -= 1
        at += len(piece)
    raise Impossible("conditional in " + text)


def expressions(body):
    """All texts of a model that rules are made of."""
    if isinstance(body, dict):
        for key, value in body.items():
            if key in ("active", "computed", "when", "require"):
                yield str(value)
            else:
                yield from expressions(value)
    elif isinstance(body, list):
        for value in body:
            yield from expressions(value)


class Place:
    """The model itself or one possible instance; present is its atom, "" for the model."""

    def __init__(self, body, parent=None, siblings=None, index=0, path=""):
        self.body, self.parent, self.siblings, self.index, self.path = body, parent, siblings, index, path
        self.present, self.values, self.sets, self.lists, self.active, self.cache = "", {}, {}, {}, {}, {}
        self.attributes = {a["code"]: a for a in body.get("attributes") or []}


class Program:
    def __init__(self, source):
        with open(source) as f:
            self.model = yaml.safe_load(re.sub(r"\?([,}])", r"\1", f.read()))  # PyYAML trips over labels that ask
        if self.model.get("include"):
            raise Impossible("the model includes others")
        self.lines, self.count, self.excused = [], 0, {}
        self.expressions = " ".join(expressions(self.model))
        self.tables = {t["code"]: t for t in self.model.get("tables") or []}
        for t in self.tables.values():
            if "csv" in t:
                with open(os.path.join(os.path.dirname(source), t["csv"]), newline="") as f:
                    t["columns"], *t["rows"] = [[cell(x) for x in row] for row in csv.reader(f)]
        self.context = {}
        for a in self.model.get("context") or []:
            self.context[a["code"]] = {scalar(a.get("default")): self.always()}
        self.root = Place(self.model)
        self.declare(self.root)
        for need in self.model.get("needs") or []:
            atoms = {str(a["code"]): self.atom("v") for a in need["answers"]}
            self.one(list(atoms.values()) + [self.atom()])
            self.root.values["needs/" + need["code"]] = atoms
            for a in need["answers"]:
                self.require(self.root, a.get("require", "true"), atoms[str(a["code"])])
        self.rules(self.root)

    # Atoms are v(1) or n(2), ...: values of attributes, and of nodes of expressions.
    # Of each attribute and node one is true at a time.

    def atom(self, kind="n"):
        self.count += 1
        return "%s(%d)" % (kind, self.count)

    def always(self):
        a = self.atom()
        self.lines.append(a + ".")
        return a

    def one(self, atoms, when=""):
        self.lines.append("1 { %s } 1%s." % (" ; ".join(atoms), " :- " + when if when else ""))

    def both(self, *atoms):
        """An atom that is true where all are."""
        real = [a for a in atoms if a]
        if len(real) == 1:
            return real[0]
        a = self.atom()
        self.lines.append("%s%s." % (a, " :- " + ", ".join(real) if real else ""))
        return a

    def unless(self, there, atom):
        """An atom that is true where another is, or where something is absent."""
        if (there, atom) not in self.excused:
            self.excused[there, atom] = self.atom()
            self.lines += ["%s :- %s." % (self.excused[there, atom], atom), "%s :- not %s." % (self.excused[there, atom], there)]
        return self.excused[there, atom]

    def declare(self, place):
        groups = {g["code"]: g.get("active") for g in place.body.get("groups") or []}
        for code, a in place.attributes.items():
            conditions = [c for c in (a.get("active"), groups.get(a.get("group"))) if c is not None]
            place.active[code] = conditions
            if "computed" not in a:
                self.attribute(place, code, a)
        for c in place.body.get("components") or []:
            self.component(place, c)
        for code in place.attributes:
            self.activate(place, code)

    def attribute(self, place, code, a):
        kind = a["type"]
        if kind == "multi":
            if "min" in a or "max" in a:
                raise Impossible("a multi with bounds")
            place.sets[code] = {o if isinstance(o, str) else o["code"]: self.atom("v") for o in a["options"]}
            for atom in place.sets[code].values():
                self.lines.append("{ %s }." % atom)
            return
        if kind in ("date", "text"):
            place.values[code] = {None: self.always()}
            return
        if kind == "choice":
            values = [str(o["code"] if isinstance(o, dict) else o) for o in a["options"]]
        elif kind == "bool":
            values = [True, False]
        else:
            least, most, step = number(a["min"]), number(a["max"]), number(a.get("step", Decimal(1).scaleb(-int(a.get("scale", 0)))))
            last = int((most - least) / step)
            steps = range(last + 1) if re.search(r"\b%s\b" % code, self.expressions) else {0, last}  # no rule tells the others apart
            values = [least + step * k for k in sorted(steps)]
        place.values[code] = {v: self.atom("v") for v in values}
        place.values[code][None] = self.atom("v")
        self.one(list(place.values[code].values()))

    def activate(self, place, code):
        """Ties the value none to being absent, or to what may be left out."""
        a = place.attributes[code]
        if "computed" in a or a["type"] in ("date", "text"):
            place.active[code] = ""
            return
        atoms = [place.present]
        for c in place.active[code]:
            held = self.evaluate(place, parsed(c))
            atoms.append(held.get(True, "n(0)"))
        there = self.both(*atoms) if any(atoms) else ""
        place.active[code] = there
        if a["type"] == "multi":
            if there:
                self.lines += [":- %s, not %s." % (x, there) for x in place.sets[code].values()]
            return
        none = place.values[code][None]
        if a.get("required") or a["type"] == "bool":
            self.lines.append(":- %s%s." % (none, ", " + there if there else ""))
        if there:
            self.lines.append(":- not %s, not %s." % (none, there))

    def component(self, holder, c):
        if c.get("active") is not None:
            raise Impossible("a component that is active at times")
        least, most = int(c.get("min", 0)), int(c["max"])
        places = []
        for k in range(most):
            place = Place(c, holder, places, k, "%s%s/%d/" % (holder.path, c["code"], k))
            place.present = self.atom()
            self.lines.append("{ %s }." % place.present)
            before = [p for p in (places[-1].present if places else "", holder.present) if p]
            self.lines += [":- %s, not %s." % (place.present, p) for p in before]
            if k < least:
                self.lines.append(":- not %s%s." % (place.present, ", " + holder.present if holder.present else ""))
            places.append(place)
        holder.lists[c["code"]] = (c, places)
        counted = [p.present for p in places] + [None]
        holder.values[c["code"]] = {
            Decimal(n): self.exactly(counted, n, holder.present) for n in range(most + 1)}
        for place in places:
            self.declare(place)

    def exactly(self, present, n, holder):
        a = self.atom("v")
        body = [holder] if holder else []
        body += [present[n - 1]] if n else []
        body += ["not " + present[n]] if present[n] else []
        self.lines.append("%s%s." % (a, " :- " + ", ".join(body) if body else ""))
        return a

    def rules(self, place):
        for r in place.body.get("rules") or []:
            if r.get("severity", "error") == "error":
                when = place.present
                if "when" in r:
                    holds = self.evaluate(place, parsed(r["when"])).get(True)
                    if not holds:
                        continue
                    when = self.both(place.present, holds)
                self.require(place, r["require"], when)
        for _, places in place.lists.values():
            for p in places:
                self.rules(p)

    def require(self, place, text, when):
        broken = self.evaluate(place, parsed(text))
        for value, atom in broken.items():
            if not value:
                self.lines.append(":- %s%s." % (atom, ", " + when if when else ""))

    # Expressions.

    def apply(self, f, *args):
        """A function of nodes."""
        if len(args) == 1 and len(args[0]) == 1 or all(len(a) == 1 for a in args):
            value = f(*[next(iter(a)) for a in args])
            return {value: self.both(*[next(iter(a.values())) for a in args])}
        size = 1
        for a in args:
            size *= len(a)
        if size > LIMIT:
            raise Impossible("%d combinations" % size)
        out = {}
        for combination in itertools.product(*[a.items() for a in args]):
            value = f(*[v for v, _ in combination])
            if isinstance(value, Decimal):
                value = value.normalize()
            if value not in out:
                out[value] = self.atom()
            self.lines.append("%s :- %s." % (out[value], ", ".join(a for _, a in combination)))
        return out

    def evaluate(self, place, e, element=None):
        key = (ast.dump(e), id(element) if element else None)
        if key not in place.cache:
            place.cache[key] = self.node(place, e, element)
        return place.cache[key]

    def node(self, place, e, element):
        go = lambda x: self.evaluate(place, x, element)
        if isinstance(e, ast.Constant):
            return {scalar(e.value): self.always()}
        if isinstance(e, (ast.Name, ast.Attribute)):
            return self.path(place, e, element)
        if isinstance(e, ast.UnaryOp):
            return self.apply((lambda x: not x) if isinstance(e.op, ast.Not) else strict(lambda x: -x), go(e.operand))
        if isinstance(e, ast.BinOp):
            return self.apply(ARITHMETIC[type(e.op)], go(e.left), go(e.right))
        if isinstance(e, ast.BoolOp):
            out = go(e.values[0])
            for x in e.values[1:]:
                f = (lambda a, b: bool(a and b)) if isinstance(e.op, ast.And) else (lambda a, b: bool(a or b))
                out = self.apply(f, out, go(x))
            return out
        if isinstance(e, ast.Compare):
            return self.compare(place, e, element)
        if isinstance(e, ast.Call):
            return self.call(place, e, element)
        raise Impossible(ast.unparse(e))

    def compare(self, place, e, element):
        go = lambda x: self.evaluate(place, x, element)
        out, left = None, e.left
        for op, right in zip(e.ops, e.comparators):
            if isinstance(op, (ast.In, ast.NotIn)):
                if isinstance(right, ast.List):
                    among = [scalar(x.value) for x in right.elts]
                    holds = self.apply(lambda x: x in among, go(left))
                else:
                    target, code = self.find(place, right, element)
                    atom = target.sets[code][left.value]
                    no = self.atom()
                    self.lines.append("%s :- not %s." % (no, atom))
                    holds = {True: atom, False: no}
                if isinstance(op, ast.NotIn):
                    holds = self.apply(lambda x: not x, holds)
            else:
                holds = self.apply(COMPARE[type(op)], go(left), go(right))
            out = holds if out is None else self.apply(lambda a, b: a and b, out, holds)
            left = right
        return out

    def words(self, e):
        if isinstance(e, ast.Name):
            return [e.id]
        return self.words(e.value) + [e.attr]

    def walk(self, place, e, element):
        """Follows a path to a place (None where there is none), and what is left."""
        words, at = self.words(e), place
        if words[0] == "_":
            at, words = element, words[1:]
        while words and at is not None and words[0] in ("parent", "next", "prev"):
            step = words.pop(0)
            if step == "parent":
                at = at.parent
                continue
            k = at.index + (1 if step == "next" else -1)
            at = at.siblings[k] if 0 <= k < len(at.siblings) else None
        return at, words

    def find(self, place, e, element):
        at, words = self.walk(place, e, element)
        return at, words[0]

    def path(self, place, e, element):
        at, words = self.walk(place, e, element)
        if at is None:
            return {None: self.always()}
        if words[0] == "position":
            return {Decimal(at.index + 1): self.always()}
        if words[0] in self.context:
            return self.context[words[0]]
        a = at.attributes[words[0]]
        if "computed" in a:
            if a.get("active"):
                raise Impossible("a computed value that is active at times")
            node = self.evaluate(at, parsed(a["computed"]))
        else:
            node = at.values[words[0]]
        if len(words) == 1:
            return node
        options = {str(o["code"]): o for o in a["options"] if isinstance(o, dict)}
        return self.apply(lambda v: scalar((options.get(v, {}).get("properties") or {}).get(words[1])), node)

    def call(self, place, e, element):
        name, go = e.func.id, lambda x: self.evaluate(place, x, element)
        if name == "has":
            at, words = self.walk(place, e.args[0], element)
            if not words:
                if at is None:
                    return {False: self.always()}
                no = self.atom()
                self.lines.append("%s :- not %s." % (no, at.present))
                return {True: at.present, False: no}
            return self.apply(lambda x: x is not None, go(e.args[0]))
        if name in ("allowed", "lookup"):
            t = self.tables[e.args[0].value]
            rows = [[scalar(x) for x in row] for row in t["rows"]]
            columns = t["columns"] if isinstance(t["columns"], list) else t["columns"].split()
            if name == "allowed":
                return self.apply(lambda *a: list(a) in rows, *[go(x) for x in e.args[1:]])
            keys, column = len(e.args) - 2, columns.index(e.args[-1].value)
            return self.apply(lambda *a: next((r[column] for r in rows if r[:keys] == list(a)), None), *[go(x) for x in e.args[1:-1]])
        if name in FOLDS and (name not in ("min", "max")):
            return self.fold(name, place, e, element)
        return self.apply(FUNCTIONS[name], *[go(x) for x in e.args])

    def fold(self, name, place, e, element):
        at, code = self.find(place, e.args[0], element)
        if code in at.sets:
            raise Impossible("an aggregate over options")
        total, f = FOLDS[name]
        node = {total: self.always()}
        for p in at.lists[code][1]:
            each = {True: self.always()} if len(e.args) == 1 else self.evaluate(place, e.args[1], p)
            no = self.atom()
            self.lines.append("%s :- not %s." % (no, p.present))
            there = {True: p.present, False: no}
            # A list nested in the element is its own; what is absent adds nothing.
            step = self.apply(lambda t, x: (x,) if t else (), there, each)
            node = self.apply(lambda total, x: f(total, x[0]) if x else total, node, step)
        return node


class Clicks:
    """Names of instances, as a click's picks give them, and values by name."""

    def __init__(self, program):
        self.program, self.names = program, {}

    def read(self, picks):
        self.names = {}
        paths = [p.partition("=")[0].split("/") for p in picks]
        for depth in range(1, 8):
            for words in paths:
                self.mention(words, depth)
        return [self.pick(p) for p in picks]

    def mention(self, words, depth):
        place = self.program.root
        if words[0] == "needs":
            return
        for i in range(0, len(words) - 1, 2):
            c, places = place.lists[words[i]]
            names = self.names.setdefault((id(place), words[i]), [])
            depth -= 1
            if depth == 0:
                if words[i + 1] not in names:
                    if c.get("ordered"):
                        names += [str(k) for k in range(1, int(words[i + 1])) if str(k) not in names]
                    names.append(words[i + 1])
                return
            place = places[names.index(words[i + 1])]

    def find(self, path):
        place, words = self.program.root, path.split("/")
        if words[0] == "needs":
            return place, path
        for i in range(0, len(words) - 1, 2):
            _, places = place.lists[words[i]]
            names = self.names.get((id(place), words[i]), [])
            free = [str(k) for k in range(1, 99) if str(k) not in names]
            place = places[(names + free).index(words[i + 1])]
        return place, words[-1]

    def pick(self, text):
        """The atoms of a pick: the value is chosen, or its attribute is absent."""
        path, _, value = text.partition("=")
        place, code = self.find(path)
        if code in place.sets:
            atom = place.sets[code][value]
        else:
            atom = next(a for v, a in place.values[code].items() if shown(v) == value)
        there = place.active.get(code, "")
        needed = [place.present] if place.present else []
        if there in ("", place.present):
            return needed + [atom]
        return needed + [self.program.unless(there, atom)]

    def compare(self, path, listed, brave):
        """The values of an attribute that a solution contains, and those of them and
        of the listed that are not both; of a number, the ends of its intervals.
        Whether there may be no value at all is not compared."""
        place, code = self.find(path)
        values = place.sets.get(code) or place.values[code]
        found = [v for v, a in values.items() if a in brave and v is not None]
        if found and isinstance(found[0], Decimal):
            grid = sorted(v for v in values if v is not None)
            ends = []
            for k, v in enumerate(grid):
                inside = [values[grid[j]] in brave for j in (k - 1, k + 1) if 0 <= j < len(grid)]
                edge = k in (0, len(grid) - 1)
                if values[v] in brave and (edge or not all(inside)):
                    ends.append(v)
            found = ends
        found = {shown(v) for v in found}
        if "none" not in values:
            listed = listed - {"none"}
        return found, found ^ listed
