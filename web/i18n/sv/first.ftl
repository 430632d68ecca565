# Viktats svenska texter: det som hämtas först, alltså I korthet, ramen runt vyerna och förklaringarna. Hela meningar med platshållare; varje text finns med samma namn i en/first.ftl.

## Ramen runt vyerna
app-name = Viktat
skip-to-content = Hoppa till innehållet
nav-label = Vyer
view-brief = I korthet
view-model = Modellen
view-practice = Min vårdcentral
view-staffing = Fast läkarkontakt
view-method = Metod och källor
page-title = { $view } – Viktat
lead-label = Visa främst
column-earlier = Tidigare (2025)
column-current = Nuläge
column-current-year = Nuläge (2026)
column-proposal = Förslag
column-scenario = Mitt scenario
undo = Ångra
redo = Gör om
present = Presentera
present-stop = Avsluta presentation
language-other = English
close = Stäng
privacy-line = Allt räknas i din webbläsare. Inget du skriver lämnar datorn.
badge-illustrative = Exempelvikter
badge-illustrative-about = Regionen har inte publicerat några vikter. Vikterna här är exempel.
house-broken = Sidans inbyggda modeller gick inte att läsa. Hämta filen på nytt.
status-same = Mitt scenario: ingen skillnad mot förslaget.
status-changed = Mitt scenario skiljer sig från utgångsläget. Antal skillnader: { $count }.
status-broken = Mitt scenario går inte att räkna ut. Felet står i vyn ”Modellen”.
status-practice = Vårdcentralens ersättning i månaden: nuläge { $current }, mitt scenario { $scenario }.
status-staffing = Läkarna räcker till { $capacity } enligt riktvärdet.

## Ord om personer och ålder
age-range = { $low }–{ $high } år
age-open = { $low } år och äldre
cell-women = kvinnor { $ages }
cell-men = män { $ages }
age-heading = Ålder

## Tal och enheter
unit-kr = { $number } kr
unit-tkr = { $number } tkr
unit-kr-month = { $number } kr i månaden
unit-kr-year = { $number } kr om året
unit-kr-person-month = { $number } kr per person och månad
unit-persons = { $number } personer
unit-person = 1 person
unit-percent = { $number } %
unit-points = { $number } poäng
unit-fte = { $number } heltidstjänster
unit-per-fte = { $number } personer per heltid
more = får mer
less = får mindre
no-difference = Ingen skillnad
not-available = –

## I korthet
brief-lead-current = Med dagens tabell får vårdcentralen lika mycket för { $first } som för { $second }: { $amount } i månaden.
brief-lead-other = Med { $model } får vårdcentralen { $first-amount } i månaden för { $first } och { $second-amount } för { $second }. I dag är det { $today } för båda.
brief-lead-model-proposal = förslaget
brief-lead-model-scenario = mitt scenario
brief-lead-broken = Mitt scenario går inte att räkna ut. Rätta det i vyn ”Modellen” eller ångra.
brief-persons = Två personer
brief-age = { $age } år, { $about }
brief-counted = Räknas: { $list }
brief-counted-none = Inget läkemedel som räknas
brief-dropped = Räknas inte var för sig: { $list }
brief-antibiotics = { $name } får en antibiotikakur
brief-antibiotics-on = Ingen skillnad: antibiotika räknas inte, eftersom det oftast är en kort kur.
brief-antibiotics-off = Slå på för att se vad en kort kur betyder.
brief-how = Så räknas det
brief-how-text = Varje person ger ett belopp för ålder och kön. I förslaget tillkommer en vikt för varje kroniskt tillstånd som uthämtade läkemedel visar, och beloppet för ålder och kön sänks så att gruppens medelvärde är oförändrat.
brief-how-button = Visa uträkningen för { $name }
brief-chart-women = Kvinnor utan kroniska tillstånd: högst { $amount } mindre än i dag
brief-chart-men = Män utan kroniska tillstånd: högst { $amount } mindre än i dag
brief-chart-text = Stegdiagram: kronor per person och månad efter ålder, nuläge jämfört med { $model }, för den som inte har något kroniskt tillstånd.
brief-charts = Belopp efter ålder
brief-chart-men-same = Män utan kroniska tillstånd: lika mycket som i dag
brief-chart-women-same = Kvinnor utan kroniska tillstånd: lika mycket som i dag
axis-kr-month = kr per person och månad
axis-age = ålder
source-line = Källa: { $source }
source-line-table = Region Skåne, tabell för läkemedelsersättning 2026. Förslagets vikter är Viktats exempel.

## Figurer
figure-table = Visa som tabell
figure-svg = Hämta bild (SVG)
figure-csv = Hämta tabell (CSV)
figure-failed = Diagrammet gick inte att rita. Tabellen under visar samma tal.

## Varför denna siffra?
why-button = { $value }. Varför denna siffra?
why-title = Varför denna siffra?
why-expand-all = Visa alla led
why-collapse = Visa bara första ledet
why-parts = Antal delar: { $count }
why-equals = { $result } = { $formula }
why-input = Angiven uppgift
why-parameter = Ur källan: { $heading }.
why-edited = Ändrad av dig. Källans värde: { $original }
why-sources = Källor
why-place = { $title }, { $publisher }, { $date }. Avsnitt: { $heading }.
why-lines = Rad { $lines }.
why-lines-range = Rad { $first }–{ $last }.
why-independent = Antagande: tillstånden är oberoende av varandra inom varje åldersgrupp och kön.
why-above = Uträkningen står ovan.
why-sum = summan av delarna (antal: { $count })
why-twelve = 12 månader × { $value }
status-decided = Beslutat
status-proposed = Förslag
status-illustrative = Exempel

## Vad en siffra är
term-cell-rate = Tabellens belopp för { $cell }
term-base-rate = Belopp för ålder och kön: { $cell }
term-expected-rate = Tillståndens medelvärde: { $cell }
term-expected-factor = { $factor }, medelvärde för { $cell }
term-factor-share = Andel med { $factor }: { $cell }
term-reference-listed = Referensbefolkning: { $cell }
term-reference-affected = Referensbefolkning med { $factor }: { $cell }
term-reference-affected-all = Referensbefolkning med { $factor }
term-listed = Listade: { $cell }
term-listed-total = Listade
term-listed-share = Andel av listan: { $cell }
term-reference-listed-share = Andel av referensbefolkningen: { $cell }
term-reference-listed-total = Hela referensbefolkningen
term-expected-affected-in = Väntat antal med { $factor }: { $cell }
term-expected-affected = Väntat antal med { $factor }
term-excess-affected = Fler än väntat med { $factor }
term-excess-payment = Ersättning för dem som är fler än väntat: { $factor }
term-excess-payment-all = Ersättning för dem som är fler än väntat, alla tillstånd
term-change-by-table = Skillnad som tillstånden inte förklarar
term-other-factors-payment = Ersättning för övriga tillstånd
term-withheld-together = Utelämnade små antal, tillsammans
term-affected = Personer med { $factor }
term-factor-weight = Vikt: { $factor }
term-factor-rate = Vikt i kronor: { $factor }
term-scaled-factor-rate = Vikt efter budgetfaktorn: { $factor }
term-reference-weight = Referensvikt
term-reference-rate = Referensviktens värde
term-relative-weight = Vikt i förhållande till referensvikten: { $factor }
term-budget-factor = Budgetfaktor
term-budget = Budget för referensbefolkningen
term-unscaled-total = Summa före budgetfaktorn
term-reference-total = Summa för referensbefolkningen
term-cell-payment = Ersättning för { $cell }
term-factor-payment = Ersättning för { $factor }
term-capitation-payment = Ersättning för ålder och kön
term-case-mix-payment = Ersättning för tillstånd
term-payment = Läkemedelsersättning
term-payment-of-both = Läkemedelsersättning till båda vårdcentralerna
term-payment-per-listed = Ersättning per listad
term-drug-cost = Läkemedelskostnad
term-cost-share = Kostnadsansvar
term-cost-variation = Standardavvikelsen för en persons läkemedelskostnad, genom medelkostnaden
term-listed-root = Kvadratroten ur antalet listade
term-cost-spread-share = Slumpens standardavvikelse, som andel av läkemedelskostnaden
term-cost-spread = Slumpens standardavvikelse för läkemedelskostnaden
term-net-spread = Slumpens standardavvikelse för läkemedelsnettot
term-carried-cost = Vårdcentralens del av läkemedelskostnaden
term-carried-payment = Ersättning gånger kostnadsansvar
term-net = Läkemedelsnetto
term-change = Skillnad
term-share-ratio = Kostnadsansvar 2026 genom 2025
term-at-later-share = Beloppet 2025 med kostnadsansvaret 2026: { $cell }
term-change-by-share = Följer av kostnadsansvaret: { $cell }
term-change-unexplained = Ej förklarat i källan: { $cell }
term-cell-change = Förändring 2025 till 2026: { $cell }
term-specialists = Specialister
term-st = ST-läkare
term-guideline-specialist = Riktvärde per specialist
term-guideline-st = Riktvärde per ST-läkare
term-capacity-specialists = Specialisterna räcker till
term-capacity-st = ST-läkarna räcker till
term-capacity = Läkarna räcker till
term-gap = Listade utöver vad läkarna räcker till
term-gap-fte = Motsvarande antal specialister
term-need-fte = Specialister för hela listan
term-listed-per-specialist = Listade per specialist
term-coverage = Täckning
factor-unknown = { $id }

## Vyer som hämtas för sig
room-loading = Hämtar sidan …
room-failed = Den här delen av sidan kunde inte hämtas. Kontrollera nätet och försök igen. Ingenting du har fyllt i har gått förlorat.
room-again = Försök igen

## Min vårdcentral: figurer under resultatet
term-listed-share-from = Andel av listan som är { $age } år eller äldre
term-reference-listed-share-from = Andel av referensbefolkningen som är { $age } år eller äldre
term-interval-reach = Standardavvikelser åt varje håll som rymmer 19 år av 20
term-net-reach = Så långt från mitten kan slumpen föra läkemedelsnettot i 19 år av 20
term-net-low = Nedre gräns för läkemedelsnettot i 19 år av 20
term-net-high = Övre gräns för läkemedelsnettot i 19 år av 20

## Ta med resultatet
figure-png = Hämta bild (PNG)
figure-made = Viktat { $version }
figure-guarded = Figuren bygger på skyddade antal och lämnar inte sidan.

## Alla vårdcentraler
view-region = Alla vårdcentraler
term-net-per-listed = Läkemedelsnetto per listad och månad, { $name }
term-change-of = Ersättning minus nulägets, { $name }
term-nets-between = Avståndet mellan percentil { $low } och { $high } av vårdcentralernas netto per listad
term-nets-percentile = Percentil { $percent } av vårdcentralernas netto per listad
term-nets-mean = Medelvärdet av vårdcentralernas netto per listad
term-nets-deviation = Standardavvikelsen i vårdcentralernas netto per listad
term-nets-above-zero = Andel vårdcentraler vars netto ligger över noll
term-moved = Kronor som flyttas mellan vårdcentraler jämfört med nuläget
why-mean = medelvärdet av { $count } värden
why-deviation = standardavvikelsen av { $count } värden
why-percentile = percentil { $percent } av { $count } värden
why-above-zero = andelen över noll av { $count } värden
why-half-distance = halva summan av beloppen av { $count } värden
why-register-synthetic = Ur det påhittade registret (syntetiska data)
why-register-own = Ur ditt register
unit-mnkr = { $number } mnkr
