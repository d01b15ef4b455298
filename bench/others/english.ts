/** Documents of everyday life that are no resumes. `# ` is a heading, `- ` a point, `{slot}` is filled in (fill-slots.ts). */
import type { Wordings } from './kinds.ts';

export const ENGLISH: Wordings = {
  letter: [
    '{name}\n{street}, {city}\n{email} | {phone}\n\n{date}\n\nDear Ms {surname},\n\nI am writing to apply for the post of {job} at {firm}. For the last six years I have worked as {job} in {city}, where I planned shifts, trained newcomers and looked after our largest customers.\n\nWhat draws me to {firm} is the way you speak of patience. I would be glad to tell you more in person.\n\nYours sincerely,\n{name}',
    '{name}\n{phone}\n\nRe: {job}, reference {number}\n\nTo whom it may concern,\n\nplease find my resume enclosed. I bring experience with {skill} and {skill}, and I could start on {date}. My salary expectation is {amount} a year.\n\nKind regards\n{name}',
    'Hello {first},\n\nthanks for the call on Tuesday. As promised, here is the address for the parcel: {street}, {city}. If nobody is in, leave it with {name} next door.\n\nSee you soon\n{first}',
  ],
  invoice: [
    '{firm}\n{street}, {city}\n\n# INVOICE\nInvoice number: {number}\nDate: {date}\nBill to: {name}, {city}\n\nDescription   Qty   Unit price   Total\nRepair of the pump   2   {amount}   {amount}\nTravel   1   {amount}   {amount}\n\nSubtotal   {amount}\nVAT 20%   {amount}\nAmount due   {amount}\n\nPayment within 14 days to account {account}.',
    '# Receipt {number}\n{firm}, {phone}, {email}\n{date} 14:32\n\n2 x coffee beans 1 kg   {amount}\n1 x filter paper   {amount}\nTotal paid by card   {amount}\n\nThank you for your purchase!',
    '# Quotation {number}\nTo: {name}\nFrom: {firm}, {city}\nValid until {date}\n\n1. Painting of two rooms   {amount}\n2. Material   {amount}\n\nAll prices exclude VAT. Delivery time three weeks. Please sign and return this page to accept.',
  ],
  advert: [
    '# {job} (m/f/d)\n{firm} · {city} · Full time\n\n# About us\n{firm} builds things that last. Our 140 colleagues work from three sites.\n\n# What you will do\n- Plan and run projects with {skill}\n- Report to the head of operations\n- Train new colleagues\n\n# What we are looking for\n- A degree in a related field or 3+ years of experience\n- {skill}, {skill} and {skill}\n- English fluent, German is a plus\n\n# What we offer\n- {amount} a year and 28 days of leave\n- Training budget\n\nApply now: {email}',
    '# Job description\nPosition: {job}\nLocation: {city}\nSalary: {amount}\nReports to: Director\n\n# Summary\nThe {job} is responsible for the daily work of the department.\n\n# Essential duties\n- Maintain records in {skill}\n- Coordinate suppliers\n\n# Qualifications\n- Bachelor degree\n- Five years of experience with {skill}\n\n# Skills\n{skill}, {skill}, {skill}, {skill}\n\n# Education\nBachelor or equivalent\n\nWe are an equal opportunity employer.',
    'We are hiring! {firm} in {city} seeks a {job}. Requirements: {skill}, {skill}, driving licence, weekend work. Benefits: pension, bicycle, free lunch. Call {phone} and ask for {first} or send your resume to {email} before {date}.',
  ],
  newsletter: [
    '# The {firm} Letter, {date}\n\n# In this issue\n- Spring fair: what to see\n- Five questions to {name}\n- Our new opening hours\n\n# Spring fair\nMore than two hundred visitors came to {city} last weekend. The weather held, the soup did not.\n\n# Five questions\nWhat do you read at night? Timetables, mostly.\n\nYou receive this because you subscribed. Unsubscribe | Privacy policy | {street}, {city}',
    '{firm} news: 30 % off all garden furniture until {date}. View in browser. Shop now. Folding chair {amount}, table {amount}, parasol {amount}. All rights reserved.',
  ],
  contract: [
    '# Employment contract\nbetween {firm}, {street}, {city} (the Employer)\nand {name}, born {date} (the Employee)\n\n# 1 Start and position\nThe Employee is employed as {job} from {date}.\n\n# 2 Pay\nThe salary is {amount} a month, payable at the end of each month.\n\n# 3 Working hours\nThe weekly working time is 38 hours.\n\n# 4 Notice\nEither party may end this contract with three months notice.\n\nPlace, date, signatures',
    '# Rental agreement\nLandlord: {name}\nTenant: {name}\n§ 1 The flat at {street}, {city} is let from {date}.\n§ 2 The rent is {amount} a month.\n§ 3 The deposit of {amount} is due before the keys are handed over.',
  ],
  reference: [
    '# Letter of reference\n{city}, {date}\n\n{name} was employed with us as {job} from {date} to {date}. Her duties were:\n- planning of the routes\n- keeping the books in {skill}\n- training of apprentices\n\nShe carried out all tasks to our fullest satisfaction and was valued by colleagues and customers. She leaves at her own request. We thank her and wish her all the best.\n\n{firm}\n{name}, Managing Director',
  ],
  transcript: [
    '# Academic transcript\n{school}\nStudent: {name}   Matriculation number: {number}\nProgramme: Bachelor of Science   Issued {date}\n\nModule   Credits   Grade\nLinear algebra I   9   1.7\nIntroduction to statistics   6   2.0\nLaboratory course   6   1.3\nThesis   12   1.0\n\nTotal credits 180. Final grade 1.6. This document is valid without signature.',
    '# Certificate of completion\nThis is to certify that\n{name}\nhas successfully completed the course\n{skill} for beginners\n(24 lessons)\n{city}, {date}\n{name}, course leader',
  ],
  minutes: [
    '# Minutes of the meeting\nDate: {date}   Place: {city}\nPresent: {name}, {name}, {name}\nExcused: {name}\n\n# 1 Approval of the last minutes\nApproved without changes.\n\n# 2 Budget\n{name} presents the figures. The board takes note.\n\n# 3 Any other business\nThe next meeting is on {date}. {first} brings cake.',
  ],
  thesis: [
    '# On the wear of ball bearings in wet climates\n{name}\n{school}\n{email}\n\n# Abstract\nWe study how moisture changes the service life of bearings. In a series of 240 trials we find that a thin film of grease delays wear by a third.\n\n# 1 Introduction\nBearings fail for many reasons [1, 2].\n\n# 2 Methods\nSamples were kept at 90 % humidity between 2018 and 2020.\n\n# References\n[1] {surname}, A. (2014). Bearings. {school} Press.\n[2] {surname}, B. (2017). Grease. Journal of Oil 12, 33-41.',
  ],
  prices: [
    '# Price list {firm}, valid from {date}\n# Cutting\nWash and cut   {amount}\nBeard   {amount}\n# Colour\nTone   {amount}\nHighlights   {amount}\nAppointments: {phone}',
  ],
  bank: [
    '# Account statement {number}\nAccount holder: {name}\nAccount: {account}\n\nDate   Text   Amount\n{date}   Salary {firm}   {amount}\n{date}   Rent   -{amount}\n{date}   Supermarket   -{amount}\nBalance brought forward   {amount}\nNew balance   {amount}',
    '# Payslip {date}\nEmployer: {firm}\nEmployee: {name}, {job}\nPersonnel number {number}\nGross pay {amount}\nTax {amount}\nSocial security {amount}\nNet pay {amount}',
  ],
  recipe: [
    '# Lentil soup\nServes 4, 40 minutes\n\n# Ingredients\n- 250 g red lentils\n- 2 carrots\n- 1 onion\n- salt, cumin\n\n# Method\n- Chop the vegetables and fry them gently.\n- Add lentils and water, simmer for 25 minutes.\n- Season and serve hot.',
    '# How to set up your {skill} device\n1. Unpack the parts.\n2. Connect the cable.\n3. Press the button for five seconds.\n# Troubleshooting\nThe light blinks red: call {phone}.',
  ],
  bio: [
    '{name} is {job} at {firm} in {city}. She joined the company in 2014 after studying at {school}, and has spoken at many conferences about {skill}. She lives with two cats and likes to sail.',
    '# Our team\n{name}, {job}, {email}\n{name}, {job}, {email}\n{name}, {job}, {email}\n{name}, office, {phone}\nFind us at {street}, {city}.',
  ],
  ticket: [
    '# Booking confirmation {number}\nPassenger: {name}\nTrain ICE 512   Coach 7   Seat 42\n{city} 08:14 - {city} 12:02\n{date}\nPrice {amount}. Please carry a photo ID.',
    '# Event programme\n{date}, {city}\n09:00 Welcome, {name}\n09:30 {skill} in practice, {name}, {firm}\n11:00 Coffee\n12:30 Lunch\n17:00 End',
  ],
  form: [
    '# YOUR NAME\n[Street address] | [City] | [Phone] | your.email@example.com\n\n# PROFESSIONAL SUMMARY\n[Two or three sentences about yourself]\n\n# EXPERIENCE\n[Job title], [Company name]\n[Start date] - [End date]\n- [Describe what you achieved]\n\n# EDUCATION\n[Degree], [School name]\n[Year]\n\n# SKILLS\n[Skill 1], [Skill 2], [Skill 3]',
    '# Application form\nSurname: ____________   First name: ____________\nDate of birth: ________   Address: ____________________\nPosition applied for: ________________\nEmployer   From   To   Reason for leaving\n__________   ____   ____   __________\nSignature: ____________   Date: ________',
    'Firstname Lastname\nJob Title\nfirstname.lastname@example.com | (000) 000-0000\n\n# Work experience\nCompany Name, City\nJob Title, MM/YYYY - MM/YYYY\n- Lorem ipsum dolor sit amet, consectetur adipiscing elit\n\n# Education\nUniversity Name, Degree, YYYY\n\n# Skills\nSkill one, skill two, skill three',
  ],
};

/** In no human language in particular. */
export const NEUTRAL: Wordings = {
  code: [
    'import fs from "node:fs";\n\nexport function count(file) {\n  const text = fs.readFileSync(file, "utf8");\n  return text.split("\\n").length;\n}\n\n// prints the number of lines\nconsole.log(count(process.argv[2]));',
    '# {skill}-kit\n\nA small library for {skill}.\n\n# Installation\n\n    npm install kit\n\n# Usage\n\n    const kit = require("kit");\n    kit.run({ port: 8080 });\n\n# Contributing\nPull requests are welcome. Contact {email}.\n\n# License\nMIT',
    'id;name;city;email;phone\n1;{name};{city};{email};{phone}\n2;{name};{city};{email};{phone}\n3;{name};{city};{email};{phone}',
    '{date} 10:03:11 INFO server started on port 8080\n{date} 10:03:12 WARN slow query 812 ms\n{date} 10:04:40 ERROR connection reset by peer\n{date} 10:04:41 INFO retry 1 of 5',
  ],
  logo: [
    '{firm}',
    '{firm}\n{city}',
    '{name}\n{job}\n{firm}\n{phone}\n{email}',
    'Figure 1: {skill}',
    '{number}',
    'Scan {date} page 1',
  ],
};
