<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>presentation::BoardText</name>
    <message numerus="yes">
        <source>%1: %Ln call(s)</source>
        <comment>a state</comment>
        <translation>
            <numerusform>%1: %Ln call</numerusform>
            <numerusform>%1: %Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln DN(s) monitored</source>
        <translation>
            <numerusform>%Ln DN monitored</numerusform>
            <numerusform>%Ln DNs monitored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not</source>
        <comment>of the DNs</comment>
        <translation>
            <numerusform>%Ln not</numerusform>
            <numerusform>%Ln not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::CallRecordModel</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::CallsSummary</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording</source>
        <comment>calls being recorded</comment>
        <translation>
            <numerusform>%n recording</numerusform>
            <numerusform>%n recording</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <comment>calls whose recording is paused</comment>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not certain</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%n not certain</numerusform>
            <numerusform>%n not certain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ringing</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%n ringing</numerusform>
            <numerusform>%n ringing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::CaseData</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>pairs of the case&apos;s data</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::ConnectionFacts</name>
    <message numerus="yes">
        <source>Signs of life (ADDP): every %n second(s)</source>
        <translation>
            <numerusform>Signs of life (ADDP): every %n second</numerusform>
            <numerusform>Signs of life (ADDP): every %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::ConnectionText</name>
    <message numerus="yes">
        <source>%n DN(s) not monitored</source>
        <translation>
            <numerusform>%n DN not monitored</numerusform>
            <numerusform>%n DNs not monitored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>DN %1 is not monitored</source>
        <translation>
            <numerusform>DN %1 is not monitored</numerusform>
            <numerusform>DNs %1 are not monitored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n DN(s)</source>
        <translation>
            <numerusform>%n DN</numerusform>
            <numerusform>%n DNs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>DN %1</source>
        <translation>
            <numerusform>DN %1</numerusform>
            <numerusform>DNs %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n DN(s)</source>
        <comment>so many have been answered</comment>
        <translation>
            <numerusform>%1 of %n DN</numerusform>
            <numerusform>%1 of %n DNs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::Duration</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::HandText</name>
    <message numerus="yes">
        <source>%Ln more call(s).</source>
        <translation>
            <numerusform>%Ln more call.</numerusform>
            <numerusform>%Ln more calls.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::MessageModel</name>
    <message numerus="yes">
        <source>%n time(s): %1</source>
        <comment>a message; its time is the last one&apos;s</comment>
        <translation>
            <numerusform>%n time: %1</numerusform>
            <numerusform>%n times: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::NewsTeller</name>
    <message numerus="yes">
        <source>SIP Server is not heard: nobody knows whether %Ln call(s) are still recorded.</source>
        <translation>
            <numerusform>SIP Server is not heard: nobody knows whether %Ln call is still recorded.</numerusform>
            <numerusform>SIP Server is not heard: nobody knows whether %Ln calls are still recorded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::PracticeText</name>
    <message numerus="yes">
        <source>In %n second(s) “%1” is pressed for you. Press it yourself before, or forbid it.</source>
        <comment>a button</comment>
        <translation>
            <numerusform>In %n second “%1” is pressed for you. Press it yourself before, or forbid it.</numerusform>
            <numerusform>In %n seconds “%1” is pressed for you. Press it yourself before, or forbid it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::QuestionText</name>
    <message numerus="yes">
        <source>There are %Ln more such call(s).</source>
        <translation>
            <numerusform>There is %Ln more such call.</numerusform>
            <numerusform>There are %Ln more such calls.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::SettingsText</name>
    <message numerus="yes">
        <source>Practice has a server of its own: %n of these cannot be changed here (%1).</source>
        <comment>settings</comment>
        <translation>
            <numerusform>Practice has a server of its own: %n of these cannot be changed here (%1).</numerusform>
            <numerusform>Practice has a server of its own: %n of these cannot be changed here (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these are set by your administrator (%1).</source>
        <comment>settings</comment>
        <translation>
            <numerusform>%n of these is set by your administrator (%1).</numerusform>
            <numerusform>%n of these are set by your administrator (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changes %n setting(s): %2.</source>
        <comment>a file, settings</comment>
        <translation>
            <numerusform>%1 changes %n setting: %2.</numerusform>
            <numerusform>%1 changes %n settings: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) cannot be changed here and will stay.</source>
        <comment>settings</comment>
        <translation>
            <numerusform>%n setting cannot be changed here and will stay.</numerusform>
            <numerusform>%n settings cannot be changed here and will stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::TestText</name>
    <message numerus="yes">
        <source>%n more DN(s) are not tried here.</source>
        <translation>
            <numerusform>%n more DN is not tried here.</numerusform>
            <numerusform>%n more DNs are not tried here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n DN(s) registered</source>
        <comment>Connected, encrypted</comment>
        <translation>
            <numerusform>%1 · %n DN registered</numerusform>
            <numerusform>%1 · %n DNs registered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::ToastText</name>
    <message numerus="yes">
        <source>%n time(s) in a row</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>list of DNs</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln DN(s) are not monitored</source>
        <translation>
            <numerusform>%Ln DN is not monitored</numerusform>
            <numerusform>%Ln DNs are not monitored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::Trace</name>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::UrgentLook</name>
    <message numerus="yes">
        <source>%Ln more call(s)</source>
        <translation>
            <numerusform>%Ln more call</numerusform>
            <numerusform>%Ln more calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more not certain</source>
        <translation>
            <numerusform>%Ln more not certain</numerusform>
            <numerusform>%Ln more not certain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more recording</source>
        <translation>
            <numerusform>%Ln more recording</numerusform>
            <numerusform>%Ln more recording</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more paused</source>
        <translation>
            <numerusform>%Ln more paused</numerusform>
            <numerusform>%Ln more paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more not known</source>
        <translation>
            <numerusform>%Ln more not known</numerusform>
            <numerusform>%Ln more not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more ring(s)</source>
        <translation>
            <numerusform>%Ln more rings</numerusform>
            <numerusform>%Ln more ring</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::CallPanel</name>
    <message numerus="yes">
        <source>%Ln more call(s) than can be shown</source>
        <translation>
            <numerusform>%Ln more call than can be shown</numerusform>
            <numerusform>%Ln more calls than can be shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::CompactBar</name>
    <message numerus="yes">
        <source>(%Ln more)</source>
        <comment>messages</comment>
        <translation>
            <numerusform>(%Ln more)</numerusform>
            <numerusform>(%Ln more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more call(s)</source>
        <translation>
            <numerusform>%Ln more call</numerusform>
            <numerusform>%Ln more calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::DamageDialog</name>
    <message numerus="yes">
        <source>%Ln damaged place(s)</source>
        <translation>
            <numerusform>%Ln damaged place</numerusform>
            <numerusform>%Ln damaged places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::HelpWindow</name>
    <message numerus="yes">
        <source>%Ln time(s) on one page.</source>
        <translation>
            <numerusform>%Ln time on one page.</numerusform>
            <numerusform>%Ln times on one page.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::MessageWindow</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln shown</numerusform>
            <numerusform>%Ln shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::PracticePanel</name>
    <message numerus="yes">
        <source>Next, in %Ln second(s): %1</source>
        <comment>a sentence</comment>
        <translation>
            <numerusform>Next, in %Ln second: %1</numerusform>
            <numerusform>Next, in %Ln seconds: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ReplayWindow</name>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged place(s)</source>
        <translation>
            <numerusform>%Ln damaged place</numerusform>
            <numerusform>%Ln damaged places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more file(s)</source>
        <translation>
            <numerusform>%1 and %Ln more file</numerusform>
            <numerusform>%1 and %Ln more files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln shown</numerusform>
            <numerusform>%Ln shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln remark(s)</source>
        <translation>
            <numerusform>%Ln remark</numerusform>
            <numerusform>%Ln remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SupervisorWindow</name>
    <message numerus="yes">
        <source>Route des&amp;k (%Ln)</source>
        <translation>
            <numerusform>Route des&amp;k (%Ln)</numerusform>
            <numerusform>Route des&amp;k (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ToastArea</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ToastView</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>how often this failed in a row</comment>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TodayWindow</name>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pause(s)</source>
        <translation>
            <numerusform>%Ln pause</numerusform>
            <numerusform>%Ln pauses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) of before this start stand without party and file: the journal keeps none.</source>
        <translation>
            <numerusform>%Ln call of before this start stand without party and file: the journal keeps none.</numerusform>
            <numerusform>%Ln calls of before this start stand without party and file: the journal keeps none.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TraceWindow</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln shown</numerusform>
            <numerusform>%Ln shown</numerusform>
        </translation>
    </message>
</context>
</TS>
