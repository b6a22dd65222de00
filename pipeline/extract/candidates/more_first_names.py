"""More first names: usual ones in many countries beyond plain_words.py, in lower case; only English and French texts ask for them."""

from __future__ import annotations

from typing import Final

from pipeline.extract.candidates.plain_words import FIRST_NAMES
from pipeline.extract.candidates.word_lists import words_in

LATIN_FIRST_NAMES: Final = FIRST_NAMES | words_in(
    """
    clarisse ginette josette odette colombe léonie margaux maëlle gwenaëlle nolwenn solène perrine ludivine mélissa maude marjolaine
    abdul abhishek abigail achille adama adele adèle adriana agathe agnes agnès ahmad ahmed aidan aida aiden alain alan alana
    alban alberto albin aldo alec aleksandr aleksander alena alessandra alessandro alexei alexey alexia alexis alfred alfredo ali alicia
    alina aline alisa alison alistair alix allen alma alvaro álvaro alvin amal amandine amaury ambroise amélia amelia amina amine amos
    amparo anaïs anand anastasia anatole anders andré andrei andrej andrés andreas andrey angelica angelo angélique angus anil anish anita
    anjana anke ann-marie annabel annabelle annette annie annika anouar anselm ansel antoinette anton antonia antonin antonio anton
    apolline aravind archie ariane ariel arlo armand arnaud arnav arne arnold arsène arturo arun asha ashish ashok ashton asma astride
    aude audrey auguste augustin aurel aurèle aurélien aurora austin ava avery ayesha aymeric azadeh baptiste barnaby barry bart barthélemy
    basil basile béatrice becky bella ben bénédicte benedict benedikt benito benny bénévent berenice bérénice bernadette bernd bert bertrand
    bettina betty beverly bianca billy birgit blaise blanche blandine blake bo boris brad bradley brandi brando brenda brendan brent brett
    brice brigitte brittany brooke bruce bryan byron caitlin caleb calvin candice cara carine carl carlo carmen carole carrie carsten cary
    casey caspar casper cass cassandra cassie cate cathal cathy cecilia cécile cédric céleste célia célina céline chad chandra chantal
    charlène charlie charline chelsea cheryl chetan chiara chidi chris christa christel christelle christina christoph christos chuck
    cindy claes claudine claudio clay cléa clémence clement clément cléo cliff clifford clifton clinton clive clothilde clotilde cody
    colette colm connie connor conor conrad constance constantin cora coralie cordelia corinne cory cosima courtney craig cristian
    cristiano cristina curtis cynthia cyprien cyrielle cyrille cyrus dafydd dale damian damien damon dan dana danica danièle danielle
    danny daphne daphné darcy daria dario darius darrell darren daryl dave davide davy dawn dean debbie declan deirdre delia delphine
    denise dennis derek desmond dev devon diane diane didier dieter dietrich dimitri dina dinesh dirk dolores dominic dominik donna
    donnie dora doris dorian dorothea dorothée dorothy doug douglas drew duncan dustin dwayne dwight ebony eberhard edgar edith édith
    edmond edmund edouard édouard eduard eduardo edwin edwina eileen eirik elaine eleanor éléonore elias élie elijah elina elinor eliott
    elisa elisabeth élisabeth eliza ellie elliot elliott elodie élodie eloise éloïse elon elsa elsie elvira elwood émeline emil émile
    emiliano emilio emmanuelle emre enrico enrique enzo eoin ericka erich erin ernest ernesto ernst erwan erwin esteban estelle étienne
    etienne eugene eugène eugénie eunice euan evelyn évelyne everett ewa ewan ezra fabian fabiola fabio fabrizio faith fanny faustine
    faye federica federico felicia félicie felicity felipe felix ferdinand fergus fernanda filip filippo finn firmin flavia flavie
    flavien fleur flora flore floriane floyd forrest frances francine francisco franck franco françois-xavier franz franziska fraser fredrik
    freddie frida frieda friedrich fritz gabriela gabriella gabrielle gaétan gail gaia gareth garrett gary gautier gauthier gavin geert
    gemma gene geneviève geoff geoffrey geoffroy georg georgia georgina gerald géraldine gerard gerhard germain ghislain ghislaine gia
    gianluca gianni gideon gil gilbert gilberto gina ginette giorgio giovanna girish giuseppe gladys glen glenn gloria godfrey gordon
    graham grant grégoire gregory grégory greta gretchen griffin guido gunnar gunther gurpreet gus gustave gustavo guy gwen gwendoline
    gwenaël habib hadrien hailey hal hana hani hank hanna hanne hannelore hans-peter harald hari harold harriet harrison harvey hazel
    hector hedwig heidi heike heinrich heinz hélder helena helene helga helmut hendrik henning henrietta henriette henrik henrique herbert
    herman hermann hermine hervé hilary hilda hippolyte holger holly honor honoré horace horst hortense howard hubert hugh hugues humphrey
    hyun ibrahima ida idris ignacio igor ike ila ilan ileana ilona ilse ilya imane imran india indira inga inge ingvar inna iona ira irène
    irina iris irma irving isaac isabella isabelle isadora isaiah ishaan ismaël ismail israel issa italo ivar ivo ivy jackie jackson
    jacqueline jacquie jaime jake jakob jakub jamal jana janet janice janine jared jarrod jason jasper javier jay jayden jayne jean-baptiste
    jean-charles jean-christophe jean-claude jean-françois jean-jacques jean-louis jean-luc jean-marc jean-marie jean-michel jean-noël
    jean-philippe jean-pierre jean-yves jeanette jeanne jeannette jed jeffrey jelena jenna jenny jensen jeremiah jeremy jérémie jérémy
    jerome jerry jess jesse jessie jesus jia jill jimmy joachim joakim joana joaquin jocelyn jocelyne jodie joe joel joël joëlle joey
    johann johanna johannes johnny jolene jon jonah jonas jonny jorg jörg jörn josefina joseph josephine josette joshua josie josiane
    josselin joy joyce juana juanita judah jude judy jules juliet juliette juliana julio julius june jürgen justine kaitlyn kamal kamel
    kamila kara karel karen karin karina karine karla karoline kasper kate kathleen kathy katharina katia katja katrin katrina katy kay
    kayla keir keira keisha kelvin kendra kerry kerstin kevan khadija khaled kiera kieran kim kimberly kirill kirk kirsten kirsty klara
    klaus knut koen konrad konstantin kris krishna krista kristen kristian kristin kristina kristof kurt kwabena kyra laetitia laila lana
    lance lara larry latifa lauren laurence laurie lauriane lavinia lawrence layne leah leander léandre leandro leif leigh leila lenny
    lenore leonard léonard leonardo léonie leonie leonid leonora leroy leslie lester leticia letitia lev levi lewis lex liana libby lidia
    lila lilian liliana liliane lillian lina linda lindsay lindsey linus lionel lisbeth lise lisette liv liza lizzie lloyd logan lois
    loïc lola lonnie lora lorenz lorenzo loretta lorna lorraine lottie lou louisa loukas lourdes luana luann luca lucia luciana luciano
    lucien lucienne lucile lucille lucinda ludovic ludwig luigi lukas lukasz luna lutz lydia lydie lyle lynda lynn lynne mabel maddie
    madeleine madeline madison mads magda magdalena magnus mahmoud maialen maisie malcolm malek malika mallory mandy manfred manish manoj
    manuela marcela marcelo marcia marcin marcos margarita marge margery margit margret marguerite mariam mariana mariano marianna
    mariella marielle marilyn marina marine marisa marissa marit marita marjorie marlene marlène marlon marnie marsha marshall martial
    martin martina martine marvin marwan maryam maryline maryse mason massimo mathias mathilda mathis matias matilda matilde matt mattéo
    matteo mattia maud maude maureen maurice mauricio maurizio mauro max maxence maximilian maximilien maximiliano may mehmet melanie
    mélanie mélina melinda mélodie melvin menno mercedes meredith meriem merle mervyn meryem micah michael michaël michaela michal michał
    michela michele michèle micheline mickaël miguel mihai mikael mikhail mikko milan mildred milena miles millie milo milton mimi
    minna mira mireille mirela miroslav misha mitchell mohamad mohan moritz morgan morgane morris mounir muhammad muriel murray mustafa
    mylène myles myra myriam myrtle nabil nadège nadine nadja nahla naim najat nancy naoko naomie nash nasser natacha natalia natasha
    nate nathaniel naveen nazim ned nélida nell nellie nelly nelson néstor nestor neville niall nicholson nick nicklas nicola nicolai
    niels nikhil nikita nikki nikola nikolas nikos nils nina nisha nitin noam noé noël noëlle noel nolan nolwenn norbert noreen norma
    norman nuno octave octavia odette odile olaf ole oleg olena olena olga olive oliviero olof omer oona ophelia ophélie orianne oriol
    orla orlando orson osama oscar oskar oswald otis otto ousmane owen pablo paddy paige palmer pam pamela paola pascale pascaline patrice
    patrik patsy patty pauline paulette paulin paulo pavel peggy penelope pénélope penny per percy perry perrine pervez petar pete petr
    petra petter phil philip philippa phoebe phyllis pia pier pierrette pierrick pierre-yves pieter pilar polly prasad prashant pravin
    preston primož priscilla priti prudence quincy quinn rachid rachida radek rafael rafaella rafal rafał rafik rainer raina rajeev rakesh
    ralf ram ramesh ramón ramona randall randy rania raoul raphael raquel rashid raul ray raymond rebecca reed régine régis reginald
    reiner reinhard reinhold rémi rémy rena renata renate renaud rene rené renée reuben reza rhea rhian rhoda rhonda rhys ricardo riccardo
    richard rick ricky rico riley rina rishi rob robbie robert roberta robin robyn rocco rochelle rod roderick rodney rodolphe rodrigo
    rogelio roger rohit roland rolf romane romano romeo romuald romy ron ronan ronja ronnie ronny rory rosalie rosalind rosanna rosario
    rose roselyne rosemary rosie ross rowan roxana roxane roy ruben rubén rüdiger rudolf rudolph rudy rufus rupert russ russell rusty
    saad sacha sadie safia sajid salim sally salma salman salomé salvador salvatore sammy sana sander sandeep sandrine sandro sandy
    sanna santiago santos sasha saskia saul saurabh savannah scarlett scott séamus sebastian sébastien selena selim selma serena séverine
    seth seymour shahid shannon shari sharon shaun shauna shawn sheila shelby sheldon shelley sherman sherry shira shirley shiv shreya
    shyam sibylle sidney siegfried sierra sigrid silas silke silvia silvio simeon simona simone siobhán siobhan sissel sixtine slim
    solange solomon sonja sophia soraya sören spencer stacey stacy stan stanislas stanley stéphanie stefania stefano steffen stella sten
    stevie stig stuart sue sundar suresh surya susanna susanne susie suzan suzanna svetlana sverre swann sybil sydney sylvain sylvaine
    sylvester sylvia sylvia sylviane syed sylwia szymon tabitha tahar talia tamar tamara tammy tania tanguy tariq tarek tasha tatiana
    tatjana ted teddy tereza teresa terence terrence terri terry tess tessa thaddeus thaïs thelma theo theodor theodora theodore
    théodore théophile theresa thérèse thibaud thierry thiago thilo tiago tiffany till timo timothée tina tino titouan tobias toby todd
    tomas tomás tommaso tommy toni torben tore torsten tracey tracy travis trent trevor tricia trish tristan troy trudy tyler tyrone
    udo ugo ulf ulrich ulrika ulrike umar uma urs ursula uwe vadim valentin valentina valentine valentino valeria valerie valery vanessa
    vasco vaughn veena venkat verena vernon veronica véronique vicente vicki vicky victoire victorien vidya vijay vik vikas viktoria
    vilma vincenzo vinod viola violaine violet violette virgil virginia vishal vito vittorio viv viviana viviane vivien vivienne vlad
    volker wade waleed walid wallace wally walt wanda warren waseem wayne wendell werner wesley whitney wilbur wilfred wilfried wilhelm
    wilhelmina willa willard willem willie willis wilma winifred winston wolf wolfgang woody wouter wyatt xander xenia yael yannis yara
    yasin yasmina yassine yelena yoann yohan yolanda yolande yoni youri youssef ysaline yulia yuri yusra yvan yvette zachary zahra zainab
    zane zara zelda ziad zita zola zygmunt
    """
)
"""Usual first names (lower case): two capitalised words that begin with one are a person sooner than a company."""
