/** First names that many people in Denmark bear. In lower case; those that are also words are apart, since they need a capital. */

export const firstNames = new Set(
  `
  aage aase abdi abdul abdullah adam adrian agnes ahmad ahmed aida aisha aksel alba albert alberte alexander alfred
  ali alice alma amal amalie amanda amina amir anders andrea andreas ane anette anita anja anna annalise anne
  annelise annemarie annette anni annika anton arne arthur asger asta astrid atle augusta aviaja axel aya ayman ayse
  bahar bashir bastian beate benedikte benjamin benny bente berit bertil bertram betina bettina bilal birger birgit
  birgitte birte birthe bjarke bjarne bodil boris brian britt britta bruno camilla carina carl carla carlo caroline
  carsten casper cecilie celina charlie charlotte christel christian christina christine christoffer christopher
  claes clara claus connie conrad dagmar dagny daniel daniella danni david deniz dennis diana ditte dorte dorthe ebba
  ebbe edith eigil eik einar elena eli elias elif elina elisa elisabeth elise ellen ellie ellinor elliot elmer
  elsebeth elvin elvira emil emilia emilie emily emma emmanuel emre enver erica erik erika erling eskild ester esther
  eva evelyn ewa fabian fadi farah farid fatih fatima fatma felicia felix ferdinand filip filippa flemming frantz
  freddy frederik frederikke freja freya frida gabriel georg gerda gert gitte gorm gregers grethe gudrun gunhild
  gunnar gunvor gurli gustaf gustav gustava habib halfdan hamza hanan hanna hannah hanne harald hasan hassan heidi
  helen helena helene helga helge henning henriette henrik henry herluf herman hermann hilda hilde hjalmar hjalte
  holger huda hugo hussein ibrahim ida idris iman inga inge ingeborg ingelise inger ingrid irene irma isa isaac
  isabel isabella ismail isolde issa ivan ivar iver jacob jakob jamal jamila jane janne janni jannick jannik jasper
  jawad jean jeanette jeanne jeannette jens jeppe jesper jette jimmi jimmy joachim joakim joan johan johanna johanne
  johannes john johnni johnny jonas jonatan jonathan jonna josefine josephine josva judith julian juliane julie
  julius justin jytte jørgen jørn kamal kamilla karen karim karin karina karla karolina karoline kaspar kasper
  katarina katharina kathe kathrine katja katrin katrine keld kenneth kerstin kevin khadija khaled khalid kian kim
  kirsten kirstin kirstine kjeld klara klaus knud konrad kristian kristina kristine kristoffer laila lars lasse laura
  laurids laurits lauritz layla lea leah leif leila lena lene leo leon leonard leonora leyla liam lilian lilly lily
  lina linda linea linnea lisa lisbet lisbeth lise liselotte lissi liva liza lone lotta lotte loui louis louise luca
  lucas lucia ludvig luis luka lukas mads magdalena magne magnus mahdi mahmoud mahmud maiken maja malene malik malika
  malou malte malthe manal mandla marcel marcus margit margrethe maria mariam mariann marianne marie marius markus
  marlene marthe martin martinus mary maryam mateo mathias mathilda mathilde matias matilde mats mattias maya medina
  mehmet melanie melina melissa merete merle mette mia mihaela mikael mikaela mike mikkel mikkeline milla minna mira
  miriam mirjam mogens mohamad mohamed mohammad mohammed mona monica monika monir morten muhammad muhammed muhammet
  mustafa mustapha nabil nadia nadja naja nanna naomi natalie natasha natasja nathalie naya nicholas nicklas nicolai
  nicolaj nicolas nicole niels nikita niklas nikolai nikolaj nils nina noah noelle noemi noor nora norah nour nura
  ole oleksandr olena olga oliver olivia ollie oluf omar orla osama oskar osman otto ove patricia patrick patrik paul
  paula paw peder pelle pernille peter petra petrea philip philippa pia poul preben rachel rafael ragna ragnhild
  rahim rakel ramadan rami rana rania rasmus rebecca rebekka regitze reza ricardo richard rigmor rikke rita robert
  roger roland rolf ronja rosalina rosemarie ruben rudi ruth sabah sabina sabine sabrina sahra saif salah salim sally
  salma salomon samir samira samuel sandra sanne sara sarah saskia sebastian selim selin selma serkan sidsel siff
  sigurd silas silja silje silke simon simone siri sissel sixten sofia sofie sofija sofus solveig sonja sophia sophie
  steen stefan steffen stephanie stine sune susan susanne sven sylvester sylvia søren tanja tarik teodor terese
  tereza thea theis theo theodor theodora therese thilde thomas thora thorbjørn thorkild thorvald thyge thyra tia
  timm tina tobias toke tommy tonny tony torben tore torsten tove trille trine troels truls tuva uffe ulf ulla ulrik
  ulrika ulrikke usman vagn valborg valdemar valentin valentina vanessa verner vibeke victor victoria vigga viggo
  viktor viktoria vilhelm villads villum vilma vincent vitus vivi viviana volodymyr werner wilhelm william wilma
  winnie xander yahya yasin yasmin yasmina yasmine younes yousef youssef yusuf yvonne zahra zainab zara zaynab zeynep
  zoe åge åse øjvind øyvind
`
    .trim()
    .split(/\s+/)
);

/** Also a word, a month, a place or a thing: a name only with a capital, and not where every sentence has one. */
export const firstNamesThatAreWords = new Set(
  `
  albin alf alvin amor andy anker arn arvid ask august bent berg bertha bill birk bjørk bjørn bo bob børge carmen dag
  dan del dina eden egon ejler elin ella elle elm else embla emmy erna ernst evald fie finn flor flora frank fredag
  frede frej fri frits frode gerner glenn gro hans hardy helle hope ib ilse ines ingo iris jan janus jim joy kai kaj
  kaja karl karma ken kent kit kjell klement kurt kåre line lis liv ludo luna lykke madel mai maj maren marina mark
  martha max may melody mie mik mikki mila milas mille milo mimi mo molly my mynte nada nat neel nete ninna nohr nor
  nova oda odin oscar otis palle penny per pil poppy ran rex rie robin ronald rosa rose rosen roy ruby rune saga said
  sam sana sand sejr sia sif signe sigrid sina sky sol sonny stella sten stig storm su sunny sus svea svend tage tao
  tea ted thor ti tilda tilde tim tine tom tor torm tristan trold tulle ty ulv ursula vera vester vida viola virgil
  vita vår walter yrsa
`
    .trim()
    .split(/\s+/)
);

/** The commonest surnames that do not end in -sen, and those in -sen that begin sentences too. */
export const surnames = new Set(
  `
  abdi ahmed ali andersen andreasen bach bertelsen carlsen christensen christiansen clausen dahl dalgaard damgaard
  frederiksen friis hansen hassan hedegaard henriksen holm hussein ibrahim iversen jacobsen jakobsen jensen jeppesen
  jespersen johansen juhl jørgensen kaya khan kjeldsen kjær knudsen kristensen krogh larsen lauridsen lauritsen
  laursen lund madsen mathiesen mikkelsen mogensen mohamed mortensen møller nguyen nielsen nissen nygaard olesen
  olsen pedersen petersen poulsen rasmussen schmidt simonsen steffensen svendsen sørensen thomsen thygesen toft
  vestergaard villadsen winther yilmaz østergaard
`
    .trim()
    .split(/\s+/)
);
