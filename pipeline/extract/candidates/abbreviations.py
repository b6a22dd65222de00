"""Abbreviations: the short forms in capitals that are everybody's and name nobody, as words in lower case; and what tests are called."""

from __future__ import annotations

from typing import Final

from pipeline.extract.candidates.word_lists import words_in

ABBREVIATIONS: Final = words_in(
    """
    isbn issn doi css crud sql dns tcp udp ftp ssh ide gui cli repl orm jvm gcc llvm os bios uefi dll exe npm mvp poc sla slo sre
    cicd ci cd tdd ddd bi etl elt dwh erp crm hcm scm plm mes wms tms cad cam cae bim gis cms lms pos atm kyc aml gdpr rgpd ccpa
    hipaa pci dss soc2 mfa sso iam pki mitm ddos apt cve cvss edr xdr siem waf cdn isp mvno lan wan wlan san nas raid jbod nvme
    sata sas cxl ddr lpddr gddr hbf nand nor rram mram feram fram cpo soi fdsoi finfet gaa gaafet cowos tsv opc dfm eda ip ips
    mcu dsp dpu ipu fpu alu isa risc cisc simd mimd fp8 fp16 bf16 int8 flop flops tops pflops eflops rnn cnn gan gans vae svm knn
    pca umap tsne rl sft dpo ppo grpo rlvr cot mcp a2a asr tts stt nlu nlg vlm vla mllm kv gguf onnx cuda rocm lora qlora peft
    mit bsd gpl agpl lgpl apache eula nft dao defi tvl btc eth sol usdc usdt stablecoin
    ppa ptas btu mmbtu ccgt ocgt ccs ccus lng gnl lpg hvdc hvac ac dc ups pdu bess pv csp smr smrs lfp nmc lcoe
    roce roe rois wacc dcf npv irr tri van cagr tcam eps bpa pe per peg ev bnpa roic fcf ffo noi nav nii nim cpi ppi pmi ism gnp
    pnb ida cpa aum gmv mau dau wau cac ltv arpu nps csat okr smart swot pest rh drh dsi rssi dpo daf sga opa sec-filing lbo mbo
    lp lps gp gps spv spvs safe esop psu rsu kpis kol ugc seo sem cpc cpm ctr roas
    adn arn irm tdm pet mri ct ecg eeg icu er iv dna rna mrna pcr hla car-t crispr glp-1 adhd tdah avc vih hiv aids sida tb copd
    bac capes bep cap dut gpa sat gre gmat toefl ielts phd msc bsc mba dea dess these bac+5
    suv hov gt abs adas gnss lidar radar sonar vtol evtol uav rpa ugv atc vfr ifr gse
    mp mps mep meps pm vp evp svp ceo pac cbe obe mbe kbe ra so qed nimby yolo lol omg fomo imo imho tldr tl;dr tl ps p.s p.o po
    rsvp aka asap eta etd tba tbd tbc nsfw diy faq q&a a&e r&d m&a p&l h/f cv rip sos vip ngo ong oig igo pib tva htva ht ttc
    bce-taux smig smic csg crds rtt rsa apl ald caf ticpe cfe cvae is ir ifi isf hlm zac plu scot zfe zan dup icpe
    am pm nw ne sw se lat lon utc cet cest est edt pst pdt bst jst gmt bc ad av jc
    ml cl dl kg mg km cm mm mw gw kw kwh mwh gwh twh hz khz mhz ghz thz db dba ppm ppb psi rpm co2 co2e ch4 nox sox h2 h2o pm2.5 pm10 n2o o2 o3
    tob mbo pbr nisa ideco reit bpo oem odm ems sns bcp fit fip vpp phv phev fcv led jis sim fta ojt sdgs tcfd sier btob btoc dtc
    vtuber asmr rta fps rpg mmorpg vfx cgi aed hpv emr ehr phr spc spa ytd yoy qoq osat pic npo pta
    cobol fortran javascript typescript kotlin haskell prolog basic lisp cse chsct cpam ehpad
    bitcoin ethereum dogecoin solana jpg jpeg png gif svg mp3 mp4 avi mov wav zip tar doc docx xls xlsx ppt pptx txt md yaml toml
    """
)
"""Terms of computing, trade, offices, units … that are written in capitals (lower case here)."""

TESTS: Final = words_in(
    """
    mmlu mmlu-pro gsm8k math math-500 aime gpqa arc arc-agi arc-agi-2 hle humaneval mbpp swe swe-bench livecodebench lcb bbh
    hellaswag truthfulqa winogrande drop ifeval mt-bench mtbench alpacaeval arena arena-hard lmarena gaia webarena osworld
    browsecomp simpleqa frontiermath codeforces ioi imo vqa mmmu docvqa chartqa mathvista tau-bench terminal-bench humanity's
    mteb beir squad glue superglue bleu rouge wer cer mlperf helm big-bench agi-eval agieval ceval c-eval cmmlu kmmlu jglue
    elo gdpval vending-bench metr aider polyglot multi-if ruler niah longbench scienceqa pubmedqa medqa usmle
    """
)
"""Tests of models (lower case), which are measured on and own nothing."""
