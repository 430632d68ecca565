# Viktat's English texts: what is fetched first, that is In brief, the frame around the views and the explanations. Whole sentences with placeholders; each text has the same name in sv/first.ftl.

## The frame around the views
app-name = Viktat
skip-to-content = Skip to the content
nav-label = Views
view-brief = In brief
view-model = The model
view-practice = My practice
view-staffing = Named doctor
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
house-broken = The models built into this page could not be read. Download the page again.
status-same = My scenario: no difference from the proposal.
status-changed = My scenario differs from its starting point. Number of differences: { $count }.
status-broken = My scenario cannot be worked out. The view “The model” says what is wrong.
status-practice = The practice’s monthly payment: { $current } today, { $scenario } in my scenario.

## Words about people and age
age-range = { $low }–{ $high }
age-open = { $low } and over
cell-women = women aged { $ages }
cell-men = men aged { $ages }
age-heading = Age

## Numbers and units
unit-kr = { $number } kr
unit-tkr = { $number } thousand kr
unit-persons = { $number } people
unit-person = 1 person
unit-percent = { $number }%
unit-fte = { $number } FTE
more = gets more
less = gets less
no-difference = No difference
not-available = –

## In brief
brief-lead-current = With today’s table, the practice is paid as much for { $first } as for { $second }: { $amount } a month.
brief-lead-other = With { $model }, the practice is paid { $first-amount } a month for { $first } and { $second-amount } for { $second }. Today it is { $today } for either.
brief-lead-example = With our example weights, the practice is paid { $first-amount } a month for { $first } and { $second-amount } for { $second }. Today it is { $today } for either.
brief-lead-example-scenario = With my scenario, which rests on our example weights, the practice is paid { $first-amount } a month for { $first } and { $second-amount } for { $second }. Today it is { $today } for either.
brief-lead-model-earlier = the 2025 model
brief-lead-model-current = today’s model
brief-lead-model-proposal = the proposal
brief-lead-model-scenario = my scenario
brief-lead-broken = My scenario cannot be worked out. Correct it in the view “The model”, or undo.
brief-persons = Two people
brief-age = Age { $age }, { $about }
brief-counted = Counted: { $list }
brief-counted-none = No drug that counts
brief-dropped = Covered by another condition: { $list }
brief-antibiotics = { $name } is given a course of antibiotics
brief-antibiotics-on = No difference: antibiotics do not count, since they are mostly a short course.
brief-antibiotics-off = Switch on to see what a short course changes.
brief-how = How it is worked out
brief-how-text = Each person brings an amount for age and sex. The proposal adds a weight for each chronic condition indicated by dispensed drugs, and lowers the amount for age and sex so that the mean of each group is unchanged. That every group keeps its mean is our choice: the document only says that the total budget does not change.
brief-how-button = Show the calculation for { $name }
brief-chart-women = Women without chronic conditions: up to { $amount } less than today
brief-chart-men = Men without chronic conditions: up to { $amount } less than today
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
figure-synthetic = SYNTHETIC DATA
figure-failed = The chart could not be drawn. The table below shows the same numbers.

## Why this figure?
why-button = { $value }. Why this figure?
why-title = Why this figure?
status-decided = Decided
status-guideline = Guideline
status-reported = Reported
status-proposed = Proposal
status-reading = Our reading
status-illustrative = Example

## What a figure is
factor-unknown = { $id }

## Views that are fetched apart
view-loading = Fetching the page …
view-failed = This part of the page could not be fetched. Check the network and try again. Nothing you have entered is lost.
view-again = Try again

## My practice: figures below the result

## Ta med resultatet
figure-png = Download image (PNG)
figure-made = Viktat { $version }
figure-guarded = The figure is based on protected counts and does not leave the page.
why-protected = The explanation is based on protected counts and is not shown in a presentation.
guard-print = Nothing in this view is printed, because it contains protected counts. Print from My practice or Named doctor, or present the view first.

## All practices
view-region = All practices
unit-mnkr = { $number } million kr

## Alla vårdcentraler: de fyra målen

## Phase-in: what a figure is
