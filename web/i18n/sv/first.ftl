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
status-practice = Vårdcentralens ersättning i månaden: { $current } i nuläget, { $scenario } i mitt scenario.

## Ord om personer och ålder
age-range = { $low }–{ $high } år
age-open = { $low } år och äldre
cell-women = kvinnor { $ages }
cell-men = män { $ages }
age-heading = Ålder

## Tal och enheter
unit-kr = { $number } kr
unit-tkr = { $number } tkr
unit-persons = { $number } personer
unit-person = 1 person
unit-percent = { $number } %
unit-fte = { $number } heltidstjänster
more = får mer
less = får mindre
no-difference = Ingen skillnad
not-available = –

## I korthet
brief-lead-current = Med dagens tabell får vårdcentralen lika mycket för { $first } som för { $second }: { $amount } i månaden.
brief-lead-other = Med { $model } får vårdcentralen { $first-amount } i månaden för { $first } och { $second-amount } för { $second }. I dag är det { $today } för båda.
brief-lead-example = Med våra exempelvikter får vårdcentralen { $first-amount } i månaden för { $first } och { $second-amount } för { $second }. I dag är det { $today } för båda.
brief-lead-example-scenario = Med mitt scenario, som bygger på våra exempelvikter, får vårdcentralen { $first-amount } i månaden för { $first } och { $second-amount } för { $second }. I dag är det { $today } för båda.
brief-lead-model-earlier = 2025 års modell
brief-lead-model-current = dagens modell
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
brief-how-text = Varje person ger ett belopp för ålder och kön. I förslaget tillkommer en vikt för varje kroniskt tillstånd som uthämtade läkemedel visar, och beloppet för ålder och kön sänks så att gruppens medelvärde är oförändrat. Att varje grupp behåller sitt medelvärde är vårt val: dokumentet säger bara att budgeten som helhet inte ändras.
brief-how-button = Visa uträkningen för { $name }
brief-chart-women = Kvinnor utan kroniska tillstånd: upp till { $amount } lägre ersättning än i dag
brief-chart-men = Män utan kroniska tillstånd: upp till { $amount } lägre ersättning än i dag
brief-chart-text = Stegdiagram: kronor per person och månad efter ålder, nuläget jämfört med { $model }, för den som inte har något kroniskt tillstånd.
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
figure-synthetic = SYNTETISKA DATA
figure-failed = Diagrammet gick inte att rita. Tabellen under visar samma tal.

## Varför denna siffra?
why-button = { $value }. Varför denna siffra?
why-title = Varför denna siffra?
status-decided = Beslutat
status-guideline = Riktvärde
status-reported = Uppgift
status-proposed = Förslag
status-reading = Vår läsning
status-illustrative = Exempel

## Vad en siffra är
factor-unknown = { $id }

## Vyer som hämtas för sig
view-loading = Hämtar sidan …
view-failed = Den här delen av sidan kunde inte hämtas. Kontrollera nätet och försök igen. Ingenting du har fyllt i har gått förlorat.
view-again = Försök igen

## Min vårdcentral: figurer under resultatet

## Ta med resultatet
figure-png = Hämta bild (PNG)
figure-made = Viktat { $version }
figure-guarded = Figuren bygger på skyddade antal och lämnar inte sidan.
why-protected = Förklaringen bygger på skyddade antal och visas inte i en presentation.
guard-print = Utskriften visar inget av vyn, eftersom den har antal som skyddas. Skriv ut från Min vårdcentral eller Fast läkarkontakt, eller visa vyn som presentation först.

## Alla vårdcentraler
view-region = Alla vårdcentraler
unit-mnkr = { $number } mnkr

## Alla vårdcentraler: de fyra målen

## Infasning: vad en siffra är
