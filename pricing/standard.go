package pricing

import "github.com/quotient-cpq/quotient/internal/lang"

// Standard returns the built-in procedure, in the order in which prices are
// made: list, contract, selection, tier, agreed, term, promotions, manual,
// rounding, shares of other lines, section and quote discounts, charges, floor,
// tax. Its version is "standard-1".
func Standard() *Procedure {
	return &Procedure{
		Code: "standard", Version: "standard-1",
		Name: lang.New("Standard procedure", "Procédure standard"),
		Steps: []ProcedureStep{
			{ID: "list", Kind: ListStep, Name: lang.New("List price", "Prix catalogue")},
			{ID: "contract", Kind: ContractStep, Name: lang.New("Contract price", "Prix contractuel")},
			{ID: "selection", Kind: SelectionStep, Name: lang.New("Options", "Options")},
			{ID: "tier", Kind: TierStep, Name: lang.New("Quantity scale", "Barème de quantité")},
			{ID: "agreed", Kind: AgreedStep, Name: lang.New("Agreed discount", "Remise convenue")},
			{ID: "term", Kind: TermStep, Name: lang.New("Term discount", "Remise d'engagement")},
			{ID: "promotion", Kind: PromotionStep, Name: lang.New("Promotion", "Promotion")},
			{ID: "manual", Kind: ManualStep, Name: lang.New("Manual discount", "Remise manuelle")},
			{ID: "rounding", Kind: RoundingStep, Name: lang.New("Rounding", "Arrondi")},
			{ID: "percent_of", Kind: PercentOfStep, Name: lang.New("Share of other lines", "Part d'autres lignes")},
			{ID: "section", Kind: SectionStep, Name: lang.New("Section discount", "Remise de section")},
			{ID: "quote", Kind: QuoteStep, Name: lang.New("Quote discount", "Remise globale")},
			{ID: "charge", Kind: ChargeStep, Name: lang.New("Charges", "Frais")},
			{ID: "floor", Kind: FloorStep, Name: lang.New("Floor price", "Prix plancher")},
			{ID: "tax", Kind: TaxStep, Name: lang.New("VAT", "TVA")},
		},
	}
}
