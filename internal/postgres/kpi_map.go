package postgres

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/quotes"
)

// kpiEvents are the events that figures know, by the quotes' names for them.
// The others (an edit, one approval step of several, a send begun) change no
// figure.
var kpiEvents = map[quotes.EventType]kpi.EventType{
	quotes.EventCreated:             kpi.Created,
	quotes.EventSubmitted:           kpi.Submitted,
	quotes.EventApproved:            kpi.Approved,
	quotes.EventReturned:            kpi.Returned,
	quotes.EventSent:                kpi.Sent,
	quotes.EventViewed:              kpi.Viewed,
	quotes.EventAccepted:            kpi.Accepted,
	quotes.EventRejected:            kpi.Rejected,
	quotes.EventWithdrawn:           kpi.Withdrawn,
	quotes.EventExpired:             kpi.Expired,
	quotes.EventRevised:             kpi.Revised,
	quotes.EventSuperseded:          kpi.Superseded,
	quotes.EventAcceptanceCancelled: kpi.AcceptanceCancelled,
	quotes.EventDiscarded:           kpi.Discarded,
	quotes.EventReassigned:          kpi.Updated,
	quotes.EventUpdated:             kpi.Updated,
	quotes.EventOrdered:             kpi.Ordered,
	quotes.EventOrderCancelled:      kpi.OrderCancelled,
}

// kpiEvent maps an event of quotes to one of figures; ok is false for events
// that change no figure.
func kpiEvent(e quotes.Event) (out kpi.Event, ok bool) {
	kind, ok := kpiEvents[e.Type]
	if !ok {
		return kpi.Event{}, false
	}
	out = kpi.Event{
		ID: e.ID, Tenant: e.Tenant, Family: e.Family, Reference: e.Number, Type: kind,
		OccurredAt: e.OccurredAt, RecordedAt: e.RecordedAt,
		Offer: e.Revision, Main: e.Main, Supersedes: e.Supersedes,
		ExpiresAt: e.ExpiresAt, RequestedAt: e.RequestedAt,
		Dimensions: kpi.Dimensions{
			Owner: e.Owner, Team: e.Team, Customer: e.Customer, Region: e.Region, Segment: e.Segment,
			Channel: e.Channel, Source: e.Source, Campaign: e.Campaign, NewCustomer: e.NewCustomer,
		},
		Value: kpi.Value{
			Currency: e.Currency, Base: e.Base, Rate: e.Rate, Net: e.Totals.TCV, List: e.Totals.List,
			Cost: e.Totals.Cost, CostedNet: e.Totals.CostedNet, Steps: kpiSteps(e.Totals.Steps),
		},
		Reason: e.Reason, Competitor: e.Competitor, Motive: e.PurchaseReason, Imported: e.Imported,
	}
	families := e.Families
	if o := e.Order; o != nil {
		out.Order, out.Matches = o.ID, o.Matches
		out.Value.Net, out.Value.List, out.Value.Cost, out.Value.CostedNet = o.Net, o.List, o.Cost, o.CostedNet
		out.Value.Steps = kpiSteps(o.Steps)
		if !o.Rate.IsZero() {
			out.Value.Rate = o.Rate
		}
		if len(o.Families) > 0 {
			families = o.Families
		}
	}
	out.Dimensions.ProductFamily = mainFamily(families)
	return out, true
}

func kpiSteps(steps []quotes.StepTotal) []kpi.Step {
	var out []kpi.Step
	for _, s := range steps {
		out = append(out, kpi.Step{Code: s.Code, Amount: s.Amount})
	}
	return out
}

// mainFamily is the product family with the largest net amount, the first of
// equals.
func mainFamily(families []quotes.FamilyAmount) string {
	var code string
	var largest money.Decimal
	for i, f := range families {
		if i == 0 || f.Net.Cmp(largest) > 0 {
			code, largest = f.Family, f.Net
		}
	}
	return code
}
