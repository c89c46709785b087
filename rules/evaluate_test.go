package rules_test

import (
	"testing"

	"github.com/quotient-cpq/quotient/rules"
)

// The frame of the fixture: cargo true; lock, spare, colour, length and
// customer.discount none; motor m500 (power 500, brand zeus, torque none); size
// m; ports usb (5 W) and hdmi (2.5 W); width 100; delivery 2026-03-31; wheels
// 28 m spiked, 28, 26.5 l; sections red 10 kg parts 1+2, m, red 7.5 kg part 4.
var evaluations = map[string]string{
	// logic
	"cargo": "true", "not cargo": "false", "lock": "false", "not lock": "true",
	"cargo and not lock": "true", "lock or cargo": "true", "!lock && cargo || lock": "true",
	"implies(cargo, lock)": "false", "implies(lock, cargo)": "true", "cargo ? lock : cargo": "false",
	"lock == true": "false", "lock == false": "false", "lock != true": "true", "cargo == true": "true",
	"cargo == (width > 5)": "true", "(cargo ? lock : cargo) == false": "false",
	// choices
	`motor == "m500"`: "true", `motor != "m500"`: "false", `"m500" == motor`: "true",
	`motor in ["m250", "m500"]`: "true", `motor not in ["m250"]`: "true", `motor in []`: "false",
	`motor == spare`: "false", `motor != spare`: "true", `spare == spare`: "false", `spare != spare`: "true",
	`spare == "m500"`: "false", `spare != "m500"`: "true", `spare in ["m500"]`: "false", `spare not in ["m500"]`: "true",
	`size == colour`: "false", `motor in [spare, "m500"]`: "true", `motor == (cargo ? "m500" : "m250")`: "true",
	`motor.power >= 500`: "true", `motor.power == 500.00`: "true", `spare.power >= 0`: "false", `spare.power != 1`: "true",
	`motor.brand == "zeus"`: "true", `motor.torque > 0`: "false", `motor.silent`: "false", `has(motor.torque)`: "false",
	`has(spare)`: "false", `has(motor)`: "true", `has(spare.power)`: "false",
	// sets
	`"usb" in ports`: "true", `"lan" in ports`: "false", `"lan" not in ports`: "true", `ports contains "hdmi"`: "true",
	`count(ports)`: "2", `count(ports, .watt > 3)`: "1", `sum(ports, .watt)`: "7.5", `any(ports, # == "usb")`: "true",
	`max(ports, .watt)`: "5", `has(ports)`: "true",
	// numbers
	"7 / 2": "3.5", "0.1 + 0.2 == 0.3": "true", "19.9 == 19.90": "true", "1 / 3": "0.333333333333", "width % 30": "10",
	"-7 % 3": "-1", "5 / 0": "none", "5 % 0": "none", "5 / 0 > 1": "false", "not (5 / 0 > 1)": "true", "-width": "-100", "+width": "100",
	"round(2.5)": "3", "round(2.345, 2)": "2.35", "floor(-2.5)": "-3", "ceil(2.1)": "3", "ceil(2.111, 2)": "2.12", "abs(-3)": "3",
	"min(3, 1, 2)": "1", "max(3, width)": "100", "max(length, 2)": "2", "min(length, length)": "none",
	"length + 1": "none", "length > 1": "false", "length <= 1": "false", "length != 1": "true", "not (length > 1)": "true",
	"1 < 2 < 3": "true", "1 < 3 < 2": "false", "width in [1, 100]": "true", "width in 99..101": "true", "width in 1..9": "false",
	"1_000.5 - 0.5": "1000", "cargo ? width : 1": "100", "width * (cargo ? 2 : 3)": "200", "-2 - -3": "1",
	"length == 1 or width == 100": "true", "customer.discount > 0": "false",
	// texts and dates
	`customer.country == "FR"`: "true", `customer.country in ["DE", "FR"]`: "true", `note startsWith "Été"`: "true",
	`note endsWith "26"`: "true", `note contains "20"`: "true", `note matches "^É.* 20[0-9]+$"`: "true", `len(note)`: "8",
	`not (note matches "x")`: "true", `note not matches "x"`: "true", `size == customer.country`: "false",
	`delivery >= "2026-03-31"`: "true", `delivery < date("2026-03-31")`: "false",
	`delivery - date("2026-03-01")`: "30", `delivery + 1 == "2026-04-01"`: "true", `delivery - 31`: "2026-02-28", `delivery + 0.5`: "none",
	// tables
	`allowed("fits", motor, width, "b", 4)`: "false", `allowed("fits", motor, 300, "c", 4)`: "true",
	`lookup("fits", motor, width, "gear")`: "b", `lookup("fits", motor, width, "ratio")`: "none",
	`lookup("fits", motor, 300, "ratio") * 2`: "8", `lookup("fits", motor, 7, "ratio") > 0`: "false",
	`lookup("fits", motor, width, "gear") == "b"`: "true", `has(lookup("fits", spare, width, "gear"))`: "false",
	// components
	"count(wheels)": "3", "count(wheels, .size == 28) == 2": "true", "sum(wheels, .size)": "82.5", "max(wheels, .size)": "28",
	"min(wheels, .size)": "26.5", "len(wheels)": "3", "any(wheels, .spikes)": "true", "all(wheels, .spikes)": "false",
	"none(wheels, .size > 30)": "true", "one(wheels, .spikes)": "true", `count(wheels, .tyre == "m")`: "1", `count(wheels, .tyre != "m")`: "2",
	"sum(sections, .load)": "17.5", "max(sections, .load)": "10", "count(filter(wheels, .size == 28), .spikes)": "1",
	"sum(filter(sections, .position > 1), .load)": "7.5", "count(filter(wheels, .spikes))": "1", "min(filter(wheels, .size > 50), .size)": "none",
	"sum(filter(wheels, .size > 50), .size)": "0", "sum(sections, sum(.parts, .weight))": "7", "max(sections, max(.parts, .weight))": "4",
	"sum(sections, sum(.parts, .weight * .parent.load))": "60", "count(sections, not has(.next))": "1", "count(sections, has(.prev))": "2",
	`any(sections, .kind == "red" and .next.kind == "m")`: "true", `any(sections, .next.next.load == 7.5)`: "true",
	"sum(sections, .position)": "6", "all(sections, .prev.position < .position or not has(.prev))": "true",
	"any(sections, .load > width / 10 - 1)": "true", "all(wheels, .size < .parent.width)": "true", "has(wheels)": "true",
	"max(wheels, .size) > max(1, 2)": "true", "max(sum(wheels, .size), 3)": "82.5", "max(1, max(wheels, .size))": "28",
	`cargo ? "b" : "a"`: "b", "max(wheels, 5)": "5",
	"/* why */ cargo // because": "true",
}

func TestEvaluate(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	for source, want := range evaluations {
		t.Run(source, func(t *testing.T) {
			if got := compile(t, f.schema, source, rules.Type{}).Value(f.frame).String(); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}
