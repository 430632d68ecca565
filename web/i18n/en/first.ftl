# Viktat's English texts: what is fetched first, that is In brief, the frame around the views and the explanations. Whole sentences with placeholders; each text has the same name in sv/first.ftl.

## The frame around the views
app-name = Viktat
skip-to-content = Skip to the content
nav-label = Views
view-brief = In brief
view-model = The model
view-practice = My health centre
view-staffing = Named GP
view-method = Method and sources
page-title = { $view } – Viktat
lead-label = Show first
column-earlier = Earlier (2025)
column-current = Today
column-current-year = Today (2026)
column-proposal = Proposal
column-scenario = My scenario
undo = Undo
redo = Redo
present = Present
present-stop = Stop presenting
language-other = Svenska
close = Close
privacy-line = Everything is worked out in your browser. Nothing that you enter leaves your computer.
badge-illustrative = Example weights
badge-illustrative-about = The region has not published any weights. The weights here are examples.
house-broken = The models built into this page could not be read. Download the file again.
status-same = My scenario: no difference from the proposal.
status-changed = My scenario differs from its starting point. Number of differences: { $count }.
status-broken = My scenario cannot be worked out. The view “The model” says what is wrong.
status-practice = The health centre’s payment a month: today { $current }, my scenario { $scenario }.
status-staffing = By the guideline value, the doctors cover { $capacity }.

## Words about people and age
age-range = { $low }–{ $high }
age-open = { $low } and over
cell-women = women aged { $ages }
cell-men = men aged { $ages }
age-heading = Age

## Numbers and units
unit-kr = { $number } kr
unit-tkr = { $number } thousand kr
unit-kr-month = { $number } kr a month
unit-kr-year = { $number } kr a year
unit-kr-person-month = { $number } kr per person and month
unit-persons = { $number } people
unit-person = 1 person
unit-percent = { $number }%
unit-points = { $number } points
unit-fte = { $number } FTE
unit-per-fte = { $number } people per FTE
more = gets more
less = gets less
no-difference = No difference
not-available = –

## In brief
brief-lead-current = With today’s table, the health centre is paid as much for { $first } as for { $second }: { $amount } a month.
brief-lead-other = With { $model }, the health centre is paid { $first-amount } a month for { $first } and { $second-amount } for { $second }. Today it is { $today } for either.
brief-lead-model-proposal = the proposal
brief-lead-model-scenario = my scenario
brief-lead-broken = My scenario cannot be worked out. Correct it in the view “The model”, or undo.
brief-persons = Two people
brief-age = Age { $age }, { $about }
brief-counted = Counted: { $list }
brief-counted-none = No drug that counts
brief-dropped = Not counted separately: { $list }
brief-antibiotics = { $name } is given a course of antibiotics
brief-antibiotics-on = No difference: antibiotics do not count, since they are mostly a short course.
brief-antibiotics-off = Switch on to see what a short course changes.
brief-how = How it is worked out
brief-how-text = Each person brings an amount for age and sex. The proposal adds a weight for each chronic condition that dispensed drugs show, and lowers the amount for age and sex so that the group’s mean is unchanged.
brief-how-button = Show the calculation for { $name }
brief-chart-women = Women without chronic conditions: at most { $amount } less than today
brief-chart-men = Men without chronic conditions: at most { $amount } less than today
brief-chart-text = Step chart: kr per person and month by age, today compared with { $model }, for a person without any chronic condition.
brief-charts = Amounts by age
brief-chart-men-same = Men without chronic conditions: the same as today
brief-chart-women-same = Women without chronic conditions: the same as today
axis-kr-month = kr per person and month
axis-age = age
source-line = Source: { $source }
source-line-table = Region Skåne, table of drug payments 2026. The proposal’s weights are Viktat’s examples.

## Figures
figure-table = Show as a table
figure-svg = Download image (SVG)
figure-csv = Download table (CSV)
figure-failed = The chart could not be drawn. The table below shows the same numbers.

## Why this figure?
why-button = { $value }. Why this figure?
why-title = Why this figure?
why-expand-all = Show every step
why-collapse = Show only the first step
why-parts = Parts: { $count }
why-equals = { $result } = { $formula }
why-input = Given figure
why-parameter = From the source: { $heading }.
why-edited = Changed by you. The source’s value: { $original }
why-sources = Sources
why-place = { $title }, { $publisher }, { $date }. Section: { $heading }.
why-lines = Line { $lines }.
why-lines-range = Lines { $first }–{ $last }.
why-independent = Assumption: the conditions are independent of each other within each age group and sex.
why-above = The arithmetic stands above.
why-sum = the sum of the parts ({ $count })
why-twelve = 12 months × { $value }
status-decided = Decided
status-proposed = Proposal
status-illustrative = Example

## What a figure is
term-cell-rate = The table’s amount for { $cell }
term-base-rate = Amount for age and sex: { $cell }
term-expected-rate = Mean for the conditions: { $cell }
term-expected-factor = { $factor }, mean for { $cell }
term-factor-share = Share with { $factor }: { $cell }
term-reference-listed = Reference population: { $cell }
term-reference-affected = Reference population with { $factor }: { $cell }
term-reference-affected-all = Reference population with { $factor }
term-listed = Listed: { $cell }
term-listed-total = Listed
term-listed-share = Share of the list: { $cell }
term-reference-listed-share = Share of the reference population: { $cell }
term-reference-listed-total = The whole reference population
term-expected-affected-in = Expected with { $factor }: { $cell }
term-expected-affected = Expected with { $factor }
term-excess-affected = More than expected with { $factor }
term-excess-payment = Payment for those beyond the expected: { $factor }
term-excess-payment-all = Payment for those beyond the expected, all conditions
term-change-by-table = Difference that the conditions do not explain
term-other-factors-payment = Payment for other conditions
term-withheld-together = Withheld small counts, together
term-affected = People with { $factor }
term-factor-weight = Weight: { $factor }
term-factor-rate = Weight in kr: { $factor }
term-scaled-factor-rate = Weight after the budget factor: { $factor }
term-reference-weight = Reference weight
term-reference-rate = Value of the reference weight
term-relative-weight = Weight relative to the reference weight: { $factor }
term-budget-factor = Budget factor
term-budget = Budget for the reference population
term-unscaled-total = Total before the budget factor
term-reference-total = Total for the reference population
term-cell-payment = Payment for { $cell }
term-factor-payment = Payment for { $factor }
term-capitation-payment = Payment for age and sex
term-case-mix-payment = Payment for conditions
term-payment = Drug payment
term-payment-of-both = Drug payment to both health centres
term-payment-per-listed = Payment per listed person
term-drug-cost = Drug cost
term-cost-share = Cost share
term-cost-variation = Standard deviation of one person’s drug cost, by the mean cost
term-listed-root = Square root of the number of listed persons
term-cost-spread-share = Standard deviation by chance, as a share of the drug cost
term-cost-spread = Standard deviation of the drug cost by chance
term-net-spread = Standard deviation of the net by chance
term-carried-cost = The health centre’s part of the drug cost
term-carried-payment = Payment times cost share
term-net = Drug net
term-change = Difference
term-share-ratio = Cost share 2026 divided by 2025
term-at-later-share = The 2025 amount with the 2026 cost share: { $cell }
term-change-by-share = Follows from the cost share: { $cell }
term-change-unexplained = Not explained in the source: { $cell }
term-cell-change = Change 2025 to 2026: { $cell }
term-specialists = Specialists
term-st = Resident (ST) doctors
term-guideline-specialist = Guideline value per specialist
term-guideline-st = Guideline value per resident (ST) doctor
term-capacity-specialists = The specialists cover
term-capacity-st = The resident (ST) doctors cover
term-capacity = The doctors cover
term-gap = Listed beyond what the doctors cover
term-gap-fte = The same number in specialists
term-need-fte = Specialists for the whole list
term-listed-per-specialist = Listed per specialist
term-coverage = Coverage
factor-unknown = { $id }

## Views that are fetched apart
room-loading = Fetching the page …
room-failed = This part of the page could not be fetched. Check the network and try again. Nothing you have entered is lost.
room-again = Try again

## My health centre: figures below the result
term-listed-share-from = Share of the list aged { $age } or more
term-reference-listed-share-from = Share of the reference population aged { $age } or more
term-interval-reach = Standard deviations to either side that hold 19 years of 20
term-net-reach = How far from the middle chance may take the drug net in 19 years of 20
term-net-low = Lower end of the drug net in 19 years of 20
term-net-high = Upper end of the drug net in 19 years of 20

## Ta med resultatet
figure-png = Download picture (PNG)
figure-made = Viktat { $version }
figure-guarded = The figure is made of protected counts and does not leave the page.

## All practices
view-region = All practices
term-net-per-listed = Net for drugs per listed and month, { $name }
term-change-of = Payment less today’s, { $name }
term-nets-between = The distance between percentiles { $low } and { $high } of the practices’ net per listed
term-nets-percentile = Percentile { $percent } of the practices’ net per listed
term-nets-mean = The mean of the practices’ net per listed
term-nets-deviation = The standard deviation of the practices’ net per listed
term-nets-above-zero = Share of practices with a net above zero
term-moved = Kronor that move between practices compared with today
why-mean = the mean of { $count } values
why-deviation = the standard deviation of { $count } values
why-percentile = percentile { $percent } of { $count } values
why-above-zero = the share above zero of { $count } values
why-half-distance = half the sum of the sizes of { $count } values
why-register-synthetic = From the made-up register (synthetic data)
why-register-own = From your register
unit-mnkr = { $number } million kr
