"""English nouns: what trade papers, filings and speakers count beside the things of nouns_table.py, in the same form.

Unit | English. Later rows are narrower and win. Numbers in words below a hundred count only what a table knows (eight lasers, four halls).
"""

from __future__ import annotations

ENGLISH = """
building | =hall, =shed, =powered shell, =shell
town-hall | town hall, city hall
concert-hall | concert hall, music hall, exhibition hall, dance hall
laser | laser
switch | switch/switches, network switch/network switches
lens | lens/lenses
microphone | microphone, mic
speaker | loudspeaker
antenna | antenna/antennas, aerial
motor | motor, actuator, servo
joint | joint
wheel | wheel
degree-of-freedom | degree of freedom/degrees of freedom, DoF, DOF
transformer | transformer
substation | substation
generator | generator, genset, diesel generator, backup generator
engine | engine, gas engine, jet engine
boiler | boiler
chiller | chiller
pump | pump, heat pump
fan | cooling fan
container | container, shipping container
trailer | trailer
pallet | pallet
crane | crane
tower | tower, cell tower, cooling tower
mast | mast
pylon | pylon
dish | dish/dishes
screen | screen, display
cable | cable
pipeline | pipeline
mine | mine
well | oil well, gas well
dam | dam
bridge | bridge
tunnel | tunnel
missile | missile, interceptor
tank | battle tank, =tank
helicopter | helicopter
submarine | submarine
warship | warship, frigate
farm | farm, wind farm, solar farm
hotel | hotel
airport | airport
port | container port
prison | prison
court | court
nursing-home | nursing home, care home
council | council, local council
school-district | school district, district school
district | district
county | county/counties
village | village
borough | borough
parish | parish/parishes
ministry | ministry/ministries
embassy | embassy/embassies
parliament | parliament
landlord | landlord
subsidiary | subsidiary/subsidiaries
brand | brand
publisher | publisher
newspaper | newspaper, daily
broadcaster | broadcaster
label | record label
studio | studio, film studio
museum | museum
library | library/libraries
church | church/churches
charity | charity/charities
union | trade union, labour union, labor union
hedge-fund | hedge fund
fund | fund, pension fund
law-firm | law firm
bank | lender
startup | spin-out, spinout, spin-off
neocloud | neocloud
hyperscaler | hyperscaler
tool-call | tool call, function call
tool | tool
plugin | plugin, plug-in, extension, add-on
connector | connector
integration | integration
bot | bot, chatbot
skill | skill
workflow | workflow, automation
repository | repository/repositories, repo, code repository/code repositories
commit | commit
pull-request | pull request
enquiry | enquiry/enquiries, inquiry/inquiries
bid | bid
attempt | attempt
recording | recording, sound recording
album | album
episode | episode
expression-of-interest | expression of interest/expressions of interest
violation | violation, offence, offense, breach/breaches
filing | court filing, filing
report | report
vacancy | vacancy/vacancies, job opening, opening
certificate | certificate
course | training course
lesson | lesson
exam | exam, examination
scan | scan, mammogram, x-ray, X-ray
prescription | prescription
consultation | consultation
appointment | appointment
crash | crash/crashes
injury | injury/injuries
arrest | arrest
fine | fine
subpoena | subpoena
recall | recall
outage | outage
hallucination | hallucination
jailbreak | jailbreak
tape-out | tape-out
gigaflop | gigaflop, =GFLOP, =GFLOPS!, =gigaFLOP, =gigaFLOPS!
teraflop | teraflop, =TFLOP, =TFLOPS!, =teraFLOP, =teraFLOPS!
petaflop | petaflop, =PFLOP, =PFLOPS!, =petaFLOP, =petaFLOPS!
exaflop | exaflop, =EFLOP, =EFLOPS!, =exaFLOP, =exaFLOPS!
zettaflop | zettaflop, =ZFLOPS!, =zettaFLOP, =zettaFLOPS!
node | node
pod | pod, superpod
tray | tray
baseboard | baseboard
interposer | interposer
stack | stack
module | module
machine | lithography machine, scanner, EUV scanner, EUV machine, stepper
fab | fab, wafer fab, chip plant
line | production line, assembly line
vehicle | =taxi, =cab, =minibus/minibuses, =coach/coaches, =lorry/lorries, =Tesla, =Cybertruck, =Cybercab, =Waymo, =Ioniq, =Model Y/Model Ys, =Model 3/Model 3s, =BYD/BYDs
aircraft | =Boeing, =Airbus/Airbuses, =Dreamliner, =737/737s, =747/747s, =777/777s, =787/787s, =A320/A320s, =A321/A321s, =A350/A350s, =A380/A380s, =F-16/F-16s, =F-35/F-35s, =Gripen, =Rafale, =fighter jet, =fighter
helicopter | =Apache, =Black Hawk
missile | =Patriot, =Tomahawk, =Javelin, =Stinger
tank | =Leopard, =Abrams!
drone | =Shahed, =Bayraktar, =quadcopter, =unmanned aircraft!
battery | =Megapack, =Powerwall, =Powerpack, =Megablock, =battery pack, =battery cell
phone | =Pixel, =Galaxy
headset | headset, =Vision Pro
computer | =Chromebook, =MacBook, =Mac mini, =Mac Studio, =Mac
tablet | =iPad, =Kindle
robot | =Optimus/Optimuses, =Roomba, =cobot, =quadruped, =robot arm, =robotic arm, =robot dog
rocket | =Falcon 9/Falcon 9s, =Starship
satellite | =Starlink, =cubesat
turbine | =gas turbine, =aeroderivative, =aeroderivative turbine
robotaxi | robotaxi, driverless taxi, self-driving car, autonomous vehicle, autonomous car
trip | trip
flight | flight
launch | launch/launches
orbit | orbit
company | =utility/utilities, =power company/power companies, =rival, =competitor, =tenant, =newsroom
person | =annotator, =labeller, =labeler, =data labeller, =data labeler, =contractor, =subcontractor, =freelancer, =moderator, =content moderator, =rater, =tester, =technician, =designer, =boss/bosses, =official, =senator, =lawmaker, =legislator, =plaintiff, =newcomer, =new hire, =intern, =apprentice, =trainee, =brother, =sister, =twin, =postdoc, =PhD, =professor, =founder, =co-founder, =cofounder, =executive
electrician | electrician
plumber | plumber
farmer | farmer
linguist | linguist
nurse | nurse
radiologist | radiologist
paralegal | paralegal
judge | judge
juror | juror
"""
