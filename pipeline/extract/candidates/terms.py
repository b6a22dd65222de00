"""Terms: words of English and French on which capitalised terms of offices, accounts, contracts, studies and kitchens end, as sets, all in lower case.

Forms and headlines write such terms with capitals (Risk Factors, Cover Letter, Annual Review); a firm that ends so is introduced.
"""

from __future__ import annotations

from typing import Final

from pipeline.extract.candidates.word_lists import words_in

HEADS_OF_TERMS: Final = words_in(
    """
    statement statements factor factors income incomes revenue revenues rate rates ratio review reviews report reports interval intervals
    letter letters desk deck leave trial trials tax taxes fee fees price prices policy policies rule rules weakness exam exams
    question questions answer answers issue issues score scores test tests testing index return returns yield margin margins
    scientist teacher teachers worker workers manager managers assistant student students parent parents user users owner owners
    member members reader readers speaker winner winners warrior warriors engineering learning training design matching thinking
    reasoning planning pricing spending hiring writing reading driving cooling warming hearing meeting meetings
    progression authorship leadership ownership membership relationship citizenship friendship temperature pressure moisture
    humidity capacity density velocity latency bandwidth availability reliability sustainability accountability transparency
    opportunity responsibility liability property diversity equality insecurity scarcity necessity
    displacement replacement treatment movement moment environment argument experiment requirement requirements
    settlement appointment employment unemployment retirement measurement procurement
    purpose purposes reason reasons principle principles practice practices procedure procedures process processes method methods
    theory theorem hypothesis equation formula algorithm algorithms function functions variable variables problem problems paradox effect
    effects trap myth age era revolution renaissance summer winter spring autumn crisis bubble boom crash cliff gap divide race war
    wars peace battle fight drama scandal story stories tale headline headlines minute minutes agenda note notes memo
    card cards case cases cost costs debt loan loans invoice payment payments refund rebate discount offer offers
    warranty guarantee licence license subscription account accounts balance asset assets expense expenses expenditure
    profit profits loss losses earnings guidance forecast outlook target targets estimate estimates rating ratings quarter half
    life living work job jobs career careers skill skills talent benefit benefits bonus salary wage wages pension
    hour hours day days month months birthday anniversary party holiday weekend evening break
    machine machines engine engines battery batteries phone phones screen screens keyboard button buttons switch cable cables
    area areas district street way lane row hill hills view heights gardens village town port harbour harbor gate corner
    cup league match game games team teams player players coach
    food coffee tea wine beer bread soup pie cake breakfast lunch dinner
    brief briefs chapter edition version update updates change changes list lists guide guides handbook manual tutorial lesson
    lessons course courses class classes degree thesis essay poem
    thing things stuff people person man woman men women child children kid kids boy boys girl girls friend friends
    love hate fear hope delight joy anger eternity future past present
    attack attacks threat threats risk risks breach breaches leak failure failures error errors bug bugs fault crime crimes
    right rights duty duties freedom liberty democracy ethics
    model models modèle modèles loop cycle curve chain pipeline workflow backlog roadmap milestone milestones deadline sprint stand-up layer layers tree trees
    set sets sample samples dataset datasets benchmark benchmarks baseline parameter parameters token tokens weight weights prompt prompts
    window windows attention embedding embeddings gradient explosion detection recognition translation classification
    regression retrieval inference simulation optimization optimisation automation digitalization verification validation
    action actions decision decisions choice choices order orders request requests proposal strategy tactics goal goals
    facility facilities permit permits certificate declaration agreement agreements contract contracts clause
    clauses appendix exhibit
    carnet dividende résultat résultats bénéfice marge endettement trésorerie actif passif exercice semestre trimestre
    risque risques rapport bilan compte comptes assemblée réunion règlement contrat avenant accord clause annexe
    continent siècle monde mondes ville village terre lune soleil mer saison hiver été printemps automne fête vacances rentrée
    question questions réponse problème crise guerre paix révolution bulle époque ère
    homme hommes femme femmes enfant enfants gens ami amis élève élèves étudiant étudiants professeur usager usagers
    coup coups fois chose choses peur joie amour bonheur malheur
    """
)
"""Last words, English first and French behind."""

KINDS_OF_AI: Final = words_in(
    """
    generative agentic sovereign physical legal responsible trustworthy ethical explainable general artificial conversational embodied edge
    symbolic narrow strong weak frontier enterprise industrial medical clinical voice open-source private multimodal predictive analytical military defence defense european american chinese
    générative agentique souveraine responsable embarquée frugale symbolique
    ソブリン フィジカル エージェント エージェンティック ジェネレーティブ マルチモーダル エッジ ローカル オンデバイス 対話型 生成 汎用 医療 国産 業務 企業 主権 説明可能
    """
)
"""What stands before AI and makes a kind of it, no name."""
PHRASES: Final = frozenset(
    phrase.replace("_", " ")
    for phrase in words_in(
        """
        private_equity venture_capital human_resources social_security machine_learning deep_learning reinforcement_learning supply_chain
        real_estate public_relations health_care climate_change civil_society due_diligence fair_use intellectual_property trade_secrets
        open_source big_tech big_data big_pharma small_business customer_service customer_success customer_support investor_relations
        research_and_development information_technology computer_science data_science computer_vision natural_language natural_language_processing
        artificial_intelligence artificial_general_intelligence quantum_computing cloud_computing high_performance_computing internet_of_things
        autonomous_driving national_security homeland_security foreign_policy joint_venture initial_public_offering general_counsel
        gross_margin net_income free_cash_flow operating_income capital_expenditure vibe_coding prompt_engineering sparse_attention
        world_model world_models foundation_model large_language_model large_language_models retrieval_augmented_generation
        nova_scotia new_brunswick british_columbia prince_edward prince_edward_island south_australia western_australia new_south_wales
        northern_territory lower_saxony north_rhine-westphalia upper_austria black_forest castile_and_león
        """
    )
)
"""Terms and provinces of several words (lower case), which some texts write with capitals."""
