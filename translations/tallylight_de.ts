<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>app::Application</name>
    <message>
        <source>Practice – no real calls</source>
        <translation>Übung – keine echten Anrufe</translation>
    </message>
</context>
<context>
    <name>presentation::BoardModel</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>DN</source>
        <translation>DN</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Teilnehmer</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>how long in this state</comment>
        <translation>Seit</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>presentation::BoardText</name>
    <message>
        <source>Dialling</source>
        <translation>Wählt</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Klingelt</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>Im Gespräch</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Anruf beendet</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>Keine Aufzeichnung</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>Kein Anruf</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln call(s)</source>
        <comment>a state</comment>
        <translation>
            <numerusform>%1: %Ln Anruf</numerusform>
            <numerusform>%1: %Ln Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Not monitored</source>
        <translation>Nicht überwacht</translation>
    </message>
    <message>
        <source>Choose a row to act on its call.</source>
        <translation>Wählen Sie eine Zeile, um ihren Anruf zu steuern.</translation>
    </message>
    <message>
        <source>no call</source>
        <translation>kein Anruf</translation>
    </message>
    <message>
        <source>as %1</source>
        <comment>7900</comment>
        <translation>als %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln DN(s) monitored</source>
        <translation>
            <numerusform>%Ln DN überwacht</numerusform>
            <numerusform>%Ln DNs überwacht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not</source>
        <comment>of the DNs</comment>
        <translation>
            <numerusform>%Ln nicht</numerusform>
            <numerusform>%Ln nicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln Anruf</numerusform>
            <numerusform>%Ln Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>No DN is watched</source>
        <translation>Keine DN wird überwacht</translation>
    </message>
    <message>
        <source>Start Tallylight with --dn and a DN or a range such as 7000-7099, or with --dn-file and a list of DNs.</source>
        <translation>Starten Sie Tallylight mit --dn und einer DN oder einem Bereich wie 7000-7099, oder mit --dn-file und einer Liste von DNs.</translation>
    </message>
    <message>
        <source>No row matches</source>
        <translation>Keine Zeile passt</translation>
    </message>
    <message>
        <source>No agent, DN or party matches what you look for. Shorten the text, or show all states.</source>
        <translation>Kein Agent, keine DN und kein Teilnehmer passt zu Ihrer Suche. Kürzen Sie den Text, oder lassen Sie alle Zustände anzeigen.</translation>
    </message>
</context>
<context>
    <name>presentation::CallRecordModel</name>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Teilnehmer</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>For %1 of the call the recording&apos;s state is not known: it may have been longer.</source>
        <translation>Für %1 des Anrufs ist der Zustand der Aufzeichnung nicht bekannt: Es kann mehr gewesen sein.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::ConnectionText</name>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Link lost</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Registering…</source>
        <translation>Registriert …</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Waiting for SIP Server</source>
        <translation>Wartet auf SIP Server</translation>
    </message>
    <message>
        <source>trying again…</source>
        <translation>neuer Versuch …</translation>
    </message>
    <message>
        <source>next try in %1 s</source>
        <translation>Versuch in %1 s</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>Primär</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>unverschlüsselt</translation>
    </message>
    <message numerus="yes">
        <source>%n DN(s) not monitored</source>
        <translation>
            <numerusform>%n DN nicht überwacht</numerusform>
            <numerusform>%n DNs nicht überwacht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>DN %1 is not monitored</source>
        <translation>
            <numerusform>DN %1 wird nicht überwacht</numerusform>
            <numerusform>DNs %1 werden nicht überwacht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n DN(s)</source>
        <translation>
            <numerusform>%n DN</numerusform>
            <numerusform>%n DNs</numerusform>
        </translation>
    </message>
    <message>
        <source>no DN</source>
        <translation>keine DN</translation>
    </message>
    <message numerus="yes">
        <source>DN %1</source>
        <translation>
            <numerusform>DN %1</numerusform>
            <numerusform>DNs %1</numerusform>
        </translation>
    </message>
    <message>
        <source>SIP Server refuses the connection.</source>
        <translation>SIP Server lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation>Der Server hat die Verbindung beendet.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Es besteht keine Verbindung.</translation>
    </message>
    <message>
        <source>The connection is not allowed.</source>
        <translation>Die Verbindung ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>The server does not speak the expected protocol.</source>
        <translation>Der Server spricht nicht das erwartete Protokoll.</translation>
    </message>
    <message>
        <source>The server&apos;s address is not valid.</source>
        <translation>Die Adresse des Servers ist ungültig.</translation>
    </message>
    <message>
        <source>There is no server of this name.</source>
        <translation>Einen Server dieses Namens gibt es nicht.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The network connection failed.</source>
        <translation>Die Netzwerkverbindung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>SIP Server does not let this desktop watch it, so its calls cannot be shown. Check the DN, or ask your administrator.</source>
        <translation>SIP Server erlaubt diesem Arbeitsplatz nicht, sie zu überwachen; ihre Anrufe können deshalb nicht angezeigt werden. Prüfen Sie die DN oder fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>Calls on %1 will appear here.</source>
        <comment>DN 7001</comment>
        <translation>Anrufe auf %1 erscheinen hier.</translation>
    </message>
    <message>
        <source>No calls</source>
        <translation>Keine Anrufe</translation>
    </message>
    <message>
        <source>You are logged out</source>
        <translation>Sie sind abgemeldet</translation>
    </message>
    <message>
        <source>Log in to take calls.</source>
        <translation>Melden Sie sich an, um Anrufe anzunehmen.</translation>
    </message>
    <message>
        <source>You are not ready</source>
        <translation>Sie sind nicht bereit</translation>
    </message>
    <message>
        <source>Calls come once you are ready.</source>
        <translation>Anrufe kommen, sobald Sie bereit sind.</translation>
    </message>
    <message>
        <source>After-call work</source>
        <translation>Nachbearbeitung</translation>
    </message>
    <message>
        <source>Start Tallylight with --connect tlib://server:port and --dn with your DN, or with --demo to practise.</source>
        <translation>Starten Sie Tallylight mit --connect tlib://Server:Port und --dn mit Ihrer DN, oder mit --demo zum Üben.</translation>
    </message>
    <message>
        <source>Calls appear here as soon as %1 has answered.</source>
        <translation>Anrufe erscheinen hier, sobald %1 geantwortet hat.</translation>
    </message>
    <message>
        <source>SIP Server is not ready</source>
        <translation>SIP Server ist nicht bereit</translation>
    </message>
    <message>
        <source>It is there, but it has no link to its switch or is not the active one. Nothing is to be done here: Tallylight goes on by itself.</source>
        <translation>Er ist da, hat aber keine Verbindung zur Vermittlung oder ist nicht der aktive Server. Hier ist nichts zu tun: Tallylight macht von selbst weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Anruf</numerusform>
            <numerusform>%n Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing certain</source>
        <translation>nichts sicher</translation>
    </message>
    <message numerus="yes">
        <source>%n recording</source>
        <comment>calls being recorded</comment>
        <translation>
            <numerusform>%n in Aufzeichnung</numerusform>
            <numerusform>%n in Aufzeichnung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <comment>calls whose recording is paused</comment>
        <translation>
            <numerusform>%n pausiert</numerusform>
            <numerusform>%n pausiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not certain</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%n nicht sicher</numerusform>
            <numerusform>%n nicht sicher</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>text, error number</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>presentation::Duration</name>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
</context>
<context>
    <name>presentation::ErrorWords</name>
    <message>
        <source>Tell your administrator this number.</source>
        <translation>Nennen Sie Ihrer Administration diese Nummer.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Warten Sie einen Moment und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Look at the call: it may have changed.</source>
        <translation>Sehen Sie sich den Anruf an: er kann sich geändert haben.</translation>
    </message>
    <message>
        <source>Check who is logged in where.</source>
        <translation>Prüfen Sie, wer wo angemeldet ist.</translation>
    </message>
    <message>
        <source>SIP Server has no licence left for this.</source>
        <translation>SIP Server hat dafür keine Lizenz mehr frei.</translation>
    </message>
    <message>
        <source>This desktop has not registered the DN.</source>
        <translation>Dieser Arbeitsplatz hat die DN nicht registriert.</translation>
    </message>
    <message>
        <source>Somebody else has taken this resource.</source>
        <translation>Jemand anders belegt diese Ressource.</translation>
    </message>
    <message>
        <source>It is already as you asked.</source>
        <translation>Es ist bereits so, wie Sie es wollten.</translation>
    </message>
    <message>
        <source>SIP Server met an error that it does not know.</source>
        <translation>SIP Server ist auf einen unbekannten Fehler gestoßen.</translation>
    </message>
    <message>
        <source>SIP Server does not support this.</source>
        <translation>SIP Server unterstützt das nicht.</translation>
    </message>
    <message>
        <source>SIP Server has an internal error.</source>
        <translation>SIP Server hat einen internen Fehler.</translation>
    </message>
    <message>
        <source>A value in the request is not valid.</source>
        <translation>Ein Wert in der Anforderung ist ungültig.</translation>
    </message>
    <message>
        <source>SIP Server has no link to its switch.</source>
        <translation>SIP Server hat keine Verbindung zur Vermittlung.</translation>
    </message>
    <message>
        <source>SIP Server does not speak this protocol version.</source>
        <translation>SIP Server spricht diese Protokollversion nicht.</translation>
    </message>
    <message>
        <source>SIP Server does not know this call (any more).</source>
        <translation>SIP Server kennt diesen Anruf nicht (mehr).</translation>
    </message>
    <message>
        <source>It took too long.</source>
        <translation>Es hat zu lange gedauert.</translation>
    </message>
    <message>
        <source>The recorder or the DN is out of service.</source>
        <translation>Der Rekorder oder die DN ist außer Betrieb.</translation>
    </message>
    <message>
        <source>The DN is not configured on SIP Server.</source>
        <translation>Die DN ist auf SIP Server nicht eingerichtet.</translation>
    </message>
    <message>
        <source>The called number is not valid.</source>
        <translation>Die gerufene Nummer ist ungültig.</translation>
    </message>
    <message>
        <source>The other side is busy.</source>
        <translation>Die Gegenseite ist besetzt.</translation>
    </message>
    <message>
        <source>The call is not in a state that allows it.</source>
        <translation>Der Zustand des Anrufs lässt das nicht zu.</translation>
    </message>
    <message>
        <source>The service is not available.</source>
        <translation>Der Dienst ist nicht verfügbar.</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>Das Kennwort ist falsch.</translation>
    </message>
    <message>
        <source>No resource is free for this.</source>
        <translation>Dafür ist keine Ressource frei.</translation>
    </message>
    <message>
        <source>The number that it starts from is not valid.</source>
        <translation>Die Nummer, von der es ausgeht, ist ungültig.</translation>
    </message>
    <message>
        <source>The target DN is not valid.</source>
        <translation>Die Ziel-DN ist ungültig.</translation>
    </message>
    <message>
        <source>This is not possible in the present state.</source>
        <translation>Das ist im gegenwärtigen Zustand nicht möglich.</translation>
    </message>
    <message>
        <source>The agent ID is missing.</source>
        <translation>Die Agentenkennung fehlt.</translation>
    </message>
    <message>
        <source>The agent ID is not valid.</source>
        <translation>Die Agentenkennung ist ungültig.</translation>
    </message>
    <message>
        <source>A parameter of the request is wrong.</source>
        <translation>Ein Parameter der Anforderung ist falsch.</translation>
    </message>
    <message>
        <source>The destination DN is not valid.</source>
        <translation>Die angewählte DN ist ungültig.</translation>
    </message>
    <message>
        <source>Your DN is not a party of this call.</source>
        <translation>Ihre DN nimmt an diesem Anruf nicht teil.</translation>
    </message>
    <message>
        <source>The call&apos;s number is not valid.</source>
        <translation>Die Kennung des Anrufs ist ungültig.</translation>
    </message>
    <message>
        <source>The call is in the wrong state for this.</source>
        <translation>Der Anruf ist dafür im falschen Zustand.</translation>
    </message>
    <message>
        <source>This state does not allow it.</source>
        <translation>Dieser Zustand lässt das nicht zu.</translation>
    </message>
    <message>
        <source>This agent is logged in already, perhaps elsewhere.</source>
        <translation>Dieser Agent ist bereits angemeldet, vielleicht an anderer Stelle.</translation>
    </message>
    <message>
        <source>Check the number, then try again.</source>
        <translation>Prüfen Sie die Nummer und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>presentation::QuestionText</name>
    <message>
        <source>Record this call?</source>
        <translation>Diesen Anruf aufzeichnen?</translation>
    </message>
    <message>
        <source>A recording of the call begins.</source>
        <translation>Eine Aufzeichnung des Anrufs beginnt.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnen</translation>
    </message>
    <message>
        <source>Do not record</source>
        <translation>Nicht aufzeichnen</translation>
    </message>
    <message>
        <source>Pause recording?</source>
        <translation>Aufzeichnung pausieren?</translation>
    </message>
    <message>
        <source>Nothing is captured until the recording is resumed.</source>
        <translation>Es wird nichts erfasst, bis die Aufzeichnung fortgesetzt wird.</translation>
    </message>
    <message>
        <source>Pause recording</source>
        <translation>Aufzeichnung pausieren</translation>
    </message>
    <message>
        <source>Do not pause</source>
        <translation>Nicht pausieren</translation>
    </message>
    <message>
        <source>Resume recording?</source>
        <translation>Aufzeichnung fortsetzen?</translation>
    </message>
    <message>
        <source>The call is captured again from then on.</source>
        <translation>Der Anruf wird von da an wieder erfasst.</translation>
    </message>
    <message>
        <source>Resume recording</source>
        <translation>Aufzeichnung fortsetzen</translation>
    </message>
    <message>
        <source>Do not resume</source>
        <translation>Nicht fortsetzen</translation>
    </message>
    <message>
        <source>Stop recording?</source>
        <translation>Aufzeichnung beenden?</translation>
    </message>
    <message>
        <source>The call goes on without a recording. What has been recorded is kept. Recording again begins a new file.</source>
        <translation>Der Anruf geht ohne Aufzeichnung weiter. Was aufgezeichnet ist, bleibt erhalten. Erneutes Aufzeichnen beginnt eine neue Datei.</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufzeichnung beenden</translation>
    </message>
    <message>
        <source>Keep recording</source>
        <translation>Weiter aufzeichnen</translation>
    </message>
    <message>
        <source>Agent %1</source>
        <comment>a number</comment>
        <translation>Agent %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a person and a number</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>You are in a call with %1.</source>
        <translation>Sie sind im Gespräch mit %1.</translation>
    </message>
    <message>
        <source>%1 is in a call with %2.</source>
        <comment>an agent and a party</comment>
        <translation>%1 ist im Gespräch mit %2.</translation>
    </message>
    <message>
        <source>You ask as %1.</source>
        <translation>Sie handeln als %1.</translation>
    </message>
</context>
<context>
    <name>presentation::RecordingLook</name>
    <message>
        <source>since reconnect %1</source>
        <translation>seit Neuverbindung %1</translation>
    </message>
    <message>
        <source>waiting for SIP Server</source>
        <translation>wartet auf SIP Server</translation>
    </message>
    <message>
        <source>that recording is paused</source>
        <translation>ob pausiert ist</translation>
    </message>
    <message>
        <source>last known: %1</source>
        <translation>zuletzt: %1</translation>
    </message>
    <message>
        <source>that recording is paused, %1</source>
        <comment>12 s ago</comment>
        <translation>ob pausiert ist, Stand %1</translation>
    </message>
    <message>
        <source>last known: %1, %2</source>
        <comment>state, 12 s ago</comment>
        <translation>zuletzt: %1, %2</translation>
    </message>
    <message>
        <source>Not certain that recording is paused.</source>
        <translation>Nicht sicher, ob die Aufzeichnung pausiert ist.</translation>
    </message>
    <message>
        <source>Not certain. Last known: %1.</source>
        <translation>Nicht sicher. Zuletzt bekannt: %1.</translation>
    </message>
    <message>
        <source>Recorded at some time; the present state is not reported.</source>
        <translation>Irgendwann aufgezeichnet; der gegenwärtige Zustand wird nicht gemeldet.</translation>
    </message>
    <message>
        <source>Not known whether this call is being recorded.</source>
        <translation>Nicht bekannt, ob dieser Anruf aufgezeichnet wird.</translation>
    </message>
    <message>
        <source>%1, since %2.</source>
        <translation>%1, seit %2 Uhr.</translation>
    </message>
    <message>
        <source>%1, seen since %2.</source>
        <translation>%1, gesehen seit %2 Uhr.</translation>
    </message>
    <message>
        <source>%1 %2 s</source>
        <translation>%1 %2 s</translation>
    </message>
    <message>
        <source>Waiting for SIP Server.</source>
        <translation>Wartet auf SIP Server.</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Datei: %1</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>Nicht sicher</translation>
    </message>
</context>
<context>
    <name>presentation::RouteText</name>
    <message>
        <source>Name the DN that the call goes to.</source>
        <translation>Nennen Sie die DN, an die der Anruf geht.</translation>
    </message>
    <message>
        <source>The destination is one number or name, without blanks.</source>
        <translation>Das Ziel ist eine Nummer oder ein Name, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>The recorder is given as a SIP address: sip:name@host.</source>
        <translation>Der Rekorder wird als SIP-Adresse angegeben: sip:Name@Host.</translation>
    </message>
    <message>
        <source>The second recorder is given as a SIP address: sip:name@host.</source>
        <translation>Der zweite Rekorder wird als SIP-Adresse angegeben: sip:Name@Host.</translation>
    </message>
    <message>
        <source>Both recorders are the same: leave the second one out.</source>
        <translation>Beide Rekorder sind derselbe: lassen Sie den zweiten weg.</translation>
    </message>
    <message>
        <source>The recording&apos;s ID is too long.</source>
        <translation>Die Kennung der Aufzeichnung ist zu lang.</translation>
    </message>
    <message>
        <source>&amp;As configured</source>
        <translation>&amp;Wie eingerichtet</translation>
    </message>
    <message>
        <source>Record the &amp;caller&apos;s side</source>
        <translation>Seite des Anr&amp;ufers aufzeichnen</translation>
    </message>
    <message>
        <source>Record the a&amp;gent&apos;s side</source>
        <translation>&amp;Seite des Agenten aufzeichnen</translation>
    </message>
    <message>
        <source>Do &amp;not record the caller&apos;s side</source>
        <translation>Seite des Anrufers n&amp;icht aufzeichnen</translation>
    </message>
    <message>
        <source>D&amp;o not record the agent&apos;s side</source>
        <translation>Seite des Agenten ni&amp;cht aufzeichnen</translation>
    </message>
    <message>
        <source>The settings of the DNs decide whether the call is recorded.</source>
        <translation>Die Einstellungen der DNs entscheiden, ob der Anruf aufgezeichnet wird.</translation>
    </message>
    <message>
        <source>Once the call is answered, it is recorded for the caller (record=source).</source>
        <translation>Sobald der Anruf angenommen ist, wird er für den Anrufer aufgezeichnet (record=source).</translation>
    </message>
    <message>
        <source>Once the call is answered, it is recorded for the agent who takes it (record=destination).</source>
        <translation>Sobald der Anruf angenommen ist, wird er für den Agenten aufgezeichnet, der ihn annimmt (record=destination).</translation>
    </message>
    <message>
        <source>The call is not recorded for the caller, whatever is configured (record=disable_source). It can still be recorded later.</source>
        <translation>Der Anruf wird für den Anrufer nicht aufgezeichnet, was immer eingerichtet ist (record=disable_source). Er kann später noch aufgezeichnet werden.</translation>
    </message>
    <message>
        <source>The call is not recorded for the agent who takes it, whatever is configured (record=disable_destination). It can still be recorded later.</source>
        <translation>Der Anruf wird für den Agenten, der ihn annimmt, nicht aufgezeichnet, was immer eingerichtet ist (record=disable_destination). Er kann später noch aufgezeichnet werden.</translation>
    </message>
    <message>
        <source>Choose a call that waits.</source>
        <translation>Wählen Sie einen wartenden Anruf.</translation>
    </message>
    <message>
        <source>The call is being routed. Waiting for SIP Server.</source>
        <translation>Der Anruf wird geroutet. Wartet auf SIP Server.</translation>
    </message>
    <message>
        <source>It is not certain that this call still waits: nothing is sent until SIP Server has said so.</source>
        <translation>Es ist nicht sicher, ob dieser Anruf noch wartet: es wird nichts gesendet, bis SIP Server es bestätigt hat.</translation>
    </message>
    <message>
        <source>%1 waits on %2</source>
        <comment>caller, routing point</comment>
        <translation>%1 wartet an %2</translation>
    </message>
</context>
<context>
    <name>presentation::StateText</name>
    <message>
        <source>This call is being recorded already.</source>
        <translation>Dieser Anruf wird bereits aufgezeichnet.</translation>
    </message>
    <message>
        <source>A recording exists and is paused: resume it.</source>
        <translation>Eine Aufzeichnung besteht und ist pausiert: setzen Sie sie fort.</translation>
    </message>
    <message>
        <source>A call can be recorded once it is answered.</source>
        <translation>Ein Anruf kann aufgezeichnet werden, sobald er angenommen ist.</translation>
    </message>
    <message>
        <source>There is no recording to pause.</source>
        <translation>Es gibt keine Aufzeichnung, die pausiert werden könnte.</translation>
    </message>
    <message>
        <source>The recording is paused already.</source>
        <translation>Die Aufzeichnung ist bereits pausiert.</translation>
    </message>
    <message>
        <source>A recording can be paused once the call is answered.</source>
        <translation>Eine Aufzeichnung kann pausiert werden, sobald der Anruf angenommen ist.</translation>
    </message>
    <message>
        <source>There is no paused recording to resume.</source>
        <translation>Es gibt keine pausierte Aufzeichnung, die fortgesetzt werden könnte.</translation>
    </message>
    <message>
        <source>The recording is running.</source>
        <translation>Die Aufzeichnung läuft.</translation>
    </message>
    <message>
        <source>A recording can be resumed once the call is answered.</source>
        <translation>Eine Aufzeichnung kann fortgesetzt werden, sobald der Anruf angenommen ist.</translation>
    </message>
    <message>
        <source>There is no recording to stop.</source>
        <translation>Es gibt keine Aufzeichnung, die beendet werden könnte.</translation>
    </message>
    <message>
        <source>A recording can be stopped once the call is answered.</source>
        <translation>Eine Aufzeichnung kann beendet werden, sobald der Anruf angenommen ist.</translation>
    </message>
    <message>
        <source>The call is on hold already.</source>
        <translation>Der Anruf wird bereits gehalten.</translation>
    </message>
    <message>
        <source>A call can be put on hold once it is answered.</source>
        <translation>Ein Anruf kann gehalten werden, sobald er angenommen ist.</translation>
    </message>
    <message>
        <source>The call is not ringing here.</source>
        <translation>Der Anruf klingelt hier nicht.</translation>
    </message>
    <message>
        <source>The call is not on hold.</source>
        <translation>Der Anruf wird nicht gehalten.</translation>
    </message>
    <message>
        <source>A ringing call can only be answered.</source>
        <translation>Ein klingelnder Anruf kann nur angenommen werden.</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>Keine Aufzeichnung</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Re&amp;cord</source>
        <translation>Auf&amp;zeichnen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Stop…</source>
        <translation>&amp;Beenden …</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>&amp;Halten</translation>
    </message>
    <message>
        <source>Retrie&amp;ve</source>
        <translation>Zu&amp;rückholen</translation>
    </message>
    <message>
        <source>Re&amp;lease</source>
        <translation>Auf&amp;legen</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Starten …</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Pausieren …</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>Fortsetzen …</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Beenden …</translation>
    </message>
    <message>
        <source>Answering…</source>
        <translation>Annehmen …</translation>
    </message>
    <message>
        <source>Putting on hold…</source>
        <translation>Halten …</translation>
    </message>
    <message>
        <source>Retrieving…</source>
        <translation>Zurückholen …</translation>
    </message>
    <message>
        <source>Releasing…</source>
        <translation>Auflegen …</translation>
    </message>
    <message>
        <source>Record this call.</source>
        <translation>Diesen Anruf aufzeichnen.</translation>
    </message>
    <message>
        <source>Pause the recording of this call.</source>
        <translation>Die Aufzeichnung dieses Anrufs pausieren.</translation>
    </message>
    <message>
        <source>Go on recording this call.</source>
        <translation>Diesen Anruf weiter aufzeichnen.</translation>
    </message>
    <message>
        <source>End the recording of this call. You are asked first.</source>
        <translation>Die Aufzeichnung dieses Anrufs beenden. Sie werden vorher gefragt.</translation>
    </message>
    <message>
        <source>Answer this call.</source>
        <translation>Diesen Anruf annehmen.</translation>
    </message>
    <message>
        <source>Put this call on hold.</source>
        <translation>Diesen Anruf halten.</translation>
    </message>
    <message>
        <source>Take this call back from hold.</source>
        <translation>Diesen Anruf aus dem Halten zurückholen.</translation>
    </message>
    <message>
        <source>Hang up.</source>
        <translation>Auflegen.</translation>
    </message>
    <message>
        <source>Nothing is sent until SIP Server has confirmed this call.</source>
        <translation>Es wird nichts gesendet, bis SIP Server diesen Anruf bestätigt hat.</translation>
    </message>
    <message>
        <source>Nothing is sent while the link is down.</source>
        <translation>Ohne Verbindung wird nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 Waiting for SIP Server.</source>
        <translation>%1 Wartet auf SIP Server.</translation>
    </message>
    <message>
        <source>Waiting for SIP Server.</source>
        <translation>Wartet auf SIP Server.</translation>
    </message>
    <message>
        <source>Your administrator does not permit this.</source>
        <translation>Ihre Administration erlaubt das nicht.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>dialling</source>
        <translation>wählt</translation>
    </message>
    <message>
        <source>ringing</source>
        <translation>klingelt</translation>
    </message>
    <message>
        <source>talking</source>
        <translation>im Gespräch</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Nummer unbekannt</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>Not known</source>
        <comment>agent state</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>After-call work</source>
        <translation>Nachbearbeitung</translation>
    </message>
    <message>
        <source>Log &amp;in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>Log &amp;out</source>
        <translation>A&amp;bmelden</translation>
    </message>
    <message>
        <source>&amp;Ready</source>
        <translation>B&amp;ereit</translation>
    </message>
    <message>
        <source>&amp;Not ready</source>
        <translation>&amp;Nicht bereit</translation>
    </message>
    <message>
        <source>&amp;After-call work</source>
        <translation>Na&amp;chbearbeitung</translation>
    </message>
    <message>
        <source>Nothing is sent while there is no connection.</source>
        <translation>Ohne Verbindung wird nichts gesendet.</translation>
    </message>
    <message>
        <source>SIP Server has not said whether you are logged in.</source>
        <translation>SIP Server hat nicht gesagt, ob Sie angemeldet sind.</translation>
    </message>
    <message>
        <source>Log in first.</source>
        <translation>Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>You are logged in.</source>
        <translation>Sie sind angemeldet.</translation>
    </message>
    <message>
        <source>You are ready.</source>
        <translation>Sie sind bereit.</translation>
    </message>
    <message>
        <source>You are in after-call work.</source>
        <translation>Sie sind in der Nachbearbeitung.</translation>
    </message>
    <message>
        <source>This makes no sense now.</source>
        <translation>Das ist jetzt nicht sinnvoll.</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Kurzpause</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>Mittagspause</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Schulung</translation>
    </message>
    <message>
        <source>Somebody is being consulted about this call already.</source>
        <translation>Zu diesem Anruf läuft bereits eine Rückfrage.</translation>
    </message>
    <message>
        <source>This call is a consultation itself.</source>
        <translation>Dieser Anruf ist selbst eine Rückfrage.</translation>
    </message>
    <message>
        <source>Retrieve the call first.</source>
        <translation>Holen Sie den Anruf zuerst zurück.</translation>
    </message>
    <message>
        <source>Somebody can be consulted once the call is answered.</source>
        <translation>Eine Rückfrage ist möglich, sobald der Anruf angenommen ist.</translation>
    </message>
    <message>
        <source>Somebody is being consulted: complete that transfer, or release the consultation.</source>
        <translation>Eine Rückfrage läuft: verbinden Sie die beiden anderen, oder legen Sie in der Rückfrage auf.</translation>
    </message>
    <message>
        <source>This call is a consultation: complete its transfer, or release it.</source>
        <translation>Dieser Anruf ist eine Rückfrage: verbinden Sie die beiden anderen, oder legen Sie auf.</translation>
    </message>
    <message>
        <source>A call can be transferred once it is answered.</source>
        <translation>Ein Anruf kann weitergeleitet werden, sobald er angenommen ist.</translation>
    </message>
    <message>
        <source>Only whoever asked for the consultation can do this.</source>
        <translation>Das kann nur, wer die Rückfrage begonnen hat.</translation>
    </message>
    <message>
        <source>Nobody is being consulted about this call.</source>
        <translation>Zu diesem Anruf läuft keine Rückfrage.</translation>
    </message>
    <message>
        <source>The consultation has not got that far.</source>
        <translation>So weit ist die Rückfrage noch nicht.</translation>
    </message>
    <message>
        <source>Co&amp;nsult…</source>
        <translation>Rü&amp;ckfragen …</translation>
    </message>
    <message>
        <source>&amp;Transfer…</source>
        <translation>&amp;Weiterleiten …</translation>
    </message>
    <message>
        <source>Co&amp;mplete transfer</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Con&amp;ference</source>
        <translation>&amp;Konferenz</translation>
    </message>
    <message>
        <source>Consulting…</source>
        <translation>Rückfragen …</translation>
    </message>
    <message>
        <source>Transferring…</source>
        <translation>Weiterleiten …</translation>
    </message>
    <message>
        <source>Completing the transfer…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>Zusammenschalten …</translation>
    </message>
    <message>
        <source>Put this call on hold and call somebody else about it.</source>
        <translation>Diesen Anruf halten und jemand anderen dazu anrufen.</translation>
    </message>
    <message>
        <source>Hand this call to somebody else at once.</source>
        <translation>Diesen Anruf sofort an jemand anderen weiterleiten.</translation>
    </message>
    <message>
        <source>Connect the two others and leave.</source>
        <translation>Die beiden anderen verbinden und das Gespräch verlassen.</translation>
    </message>
    <message>
        <source>Talk with both at once.</source>
        <translation>Mit beiden zugleich sprechen.</translation>
    </message>
    <message>
        <source>This is somebody else&apos;s call: only its recording can be moved from here.</source>
        <translation>Das ist ein fremder Anruf: von hier lässt sich nur seine Aufzeichnung steuern.</translation>
    </message>
    <message>
        <source>This is somebody else&apos;s call, and this desktop has no DN of its own to ask with.</source>
        <translation>Das ist ein fremder Anruf, und dieser Arbeitsplatz hat keine eigene DN, mit der er etwas anfordern könnte.</translation>
    </message>
    <message>
        <source>A log is being replayed: there is nobody to ask.</source>
        <translation>Ein Log wird wiedergegeben: es gibt keinen Server, der etwas tun könnte.</translation>
    </message>
    <message>
        <source>The recorder&apos;s address is not a SIP address like sip:recorder.example:5060.</source>
        <translation>Die Adresse des Rekorders ist keine SIP-Adresse wie sip:recorder.example:5060.</translation>
    </message>
    <message>
        <source>The second recorder&apos;s address is not a SIP address like sip:recorder.example:5060.</source>
        <translation>Die Adresse des zweiten Rekorders ist keine SIP-Adresse wie sip:recorder.example:5060.</translation>
    </message>
    <message>
        <source>Both recorders have the same address: leave the second one empty, or change it.</source>
        <translation>Beide Rekorder haben dieselbe Adresse: lassen Sie die zweite leer, oder ändern Sie sie.</translation>
    </message>
    <message>
        <source>A parameter has no name: fill it in, or remove the row.</source>
        <translation>Ein Parameter hat keinen Namen: tragen Sie ihn ein, oder entfernen Sie die Zeile.</translation>
    </message>
    <message>
        <source>Two parameters have the same name: rename one, or remove it.</source>
        <translation>Zwei Parameter haben denselben Namen: benennen Sie einen um, oder entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>A reason has no name: fill it in, or remove the row.</source>
        <translation>Ein Grund hat keinen Namen: tragen Sie ihn ein, oder entfernen Sie die Zeile.</translation>
    </message>
    <message>
        <source>Two reasons have the same name: rename one, or remove it.</source>
        <translation>Zwei Gründe haben denselben Namen: benennen Sie einen um, oder entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>This is too long for one message: shorten the texts.</source>
        <translation>Das ist zu lang für eine Nachricht: kürzen Sie die Texte.</translation>
    </message>
    <message>
        <source>Say where the call is to go: a desk or a telephone number.</source>
        <translation>Geben Sie an, wohin der Anruf gehen soll: ein Platz oder eine Telefonnummer.</translation>
    </message>
    <message>
        <source>A desk or a number is one word without spaces, of at most 255 letters.</source>
        <translation>Ein Platz oder eine Nummer ist ein Wort ohne Leerzeichen, mit höchstens 255 Zeichen.</translation>
    </message>
    <message>
        <source>This is your own DN: name another one.</source>
        <translation>Das ist Ihre eigene DN: nennen Sie eine andere.</translation>
    </message>
    <message>
        <source>This call is not being recorded.</source>
        <translation>Dieser Anruf wird nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Transferring ends this recording. Whether the next agent is recorded is decided anew.</source>
        <translation>Weiterleiten beendet die Aufzeichnung. Ob beim nächsten Agenten aufgezeichnet wird, entscheidet sich neu.</translation>
    </message>
    <message>
        <source>This recording goes on after the transfer.</source>
        <translation>Die Aufzeichnung geht nach dem Weiterleiten weiter.</translation>
    </message>
    <message>
        <source>It is not known what a transfer does to the recording of this call.</source>
        <translation>Nicht bekannt ist, was beim Weiterleiten aus der Aufzeichnung dieses Anrufs wird.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two of several parties</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the last two parties</comment>
        <translation>%1 und %2</translation>
    </message>
</context>
<context>
    <name>presentation::ToastText</name>
    <message>
        <source>Recording could not be started</source>
        <translation>Die Aufzeichnung konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>Recording could not be paused</source>
        <translation>Die Aufzeichnung konnte nicht pausiert werden</translation>
    </message>
    <message>
        <source>Recording could not be resumed</source>
        <translation>Die Aufzeichnung konnte nicht fortgesetzt werden</translation>
    </message>
    <message>
        <source>Recording could not be stopped</source>
        <translation>Die Aufzeichnung konnte nicht beendet werden</translation>
    </message>
    <message>
        <source>Call could not be answered</source>
        <translation>Der Anruf konnte nicht angenommen werden</translation>
    </message>
    <message>
        <source>Call could not be put on hold</source>
        <translation>Der Anruf konnte nicht gehalten werden</translation>
    </message>
    <message>
        <source>Call could not be retrieved</source>
        <translation>Der Anruf konnte nicht zurückgeholt werden</translation>
    </message>
    <message>
        <source>Call could not be released</source>
        <translation>Es konnte nicht aufgelegt werden</translation>
    </message>
    <message>
        <source>You could not be logged in</source>
        <translation>Sie konnten nicht angemeldet werden</translation>
    </message>
    <message>
        <source>You could not be logged out</source>
        <translation>Sie konnten nicht abgemeldet werden</translation>
    </message>
    <message>
        <source>You could not be set ready</source>
        <translation>Sie konnten nicht bereit gesetzt werden</translation>
    </message>
    <message>
        <source>You could not be set not ready</source>
        <translation>Sie konnten nicht auf „nicht bereit“ gesetzt werden</translation>
    </message>
    <message>
        <source>After-call work could not be started</source>
        <translation>Die Nachbearbeitung konnte nicht begonnen werden</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>Anforderung abgelehnt</translation>
    </message>
    <message>
        <source>%1 (%2).</source>
        <comment>sentence without its full stop, error number</comment>
        <translation>%1 (%2).</translation>
    </message>
    <message>
        <source>SIP Server says: “%1”.</source>
        <translation>SIP Server sagt: „%1“.</translation>
    </message>
    <message>
        <source>SIP Server says: “%1” (%2).</source>
        <translation>SIP Server sagt: „%1“ (%2).</translation>
    </message>
    <message>
        <source>SIP Server refused it and gave no reason (%1).</source>
        <translation>SIP Server hat abgelehnt und keinen Grund genannt (%1).</translation>
    </message>
    <message>
        <source>The call is still being recorded.</source>
        <translation>Der Anruf wird weiterhin aufgezeichnet.</translation>
    </message>
    <message>
        <source>The recording is still paused.</source>
        <translation>Die Aufzeichnung ist weiterhin pausiert.</translation>
    </message>
    <message>
        <source>The call is still not being recorded.</source>
        <translation>Der Anruf wird weiterhin nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1: no answer</source>
        <comment>name of an action</comment>
        <translation>%1: keine Antwort</translation>
    </message>
    <message>
        <source>%1: not confirmed</source>
        <comment>name of an action</comment>
        <translation>%1: nicht bestätigt</translation>
    </message>
    <message>
        <source>%1: result unknown</source>
        <comment>name of an action</comment>
        <translation>%1: Ergebnis unbekannt</translation>
    </message>
    <message>
        <source>%1: not sent</source>
        <comment>name of an action</comment>
        <translation>%1: nicht gesendet</translation>
    </message>
    <message>
        <source>DN %1 is not monitored</source>
        <translation>DN %1 wird nicht überwacht</translation>
    </message>
    <message>
        <source>DN %1</source>
        <translation>DN %1</translation>
    </message>
    <message>
        <source>SIP Server did not answer in time.</source>
        <translation>SIP Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>SIP Server accepted it but has not confirmed it.</source>
        <translation>SIP Server hat es angenommen, aber nicht bestätigt.</translation>
    </message>
    <message>
        <source>The link was lost before SIP Server answered.</source>
        <translation>Die Verbindung ging verloren, bevor SIP Server geantwortet hat.</translation>
    </message>
    <message>
        <source>There was no link to SIP Server.</source>
        <translation>Es bestand keine Verbindung zu SIP Server.</translation>
    </message>
    <message>
        <source>Nothing is repeated by itself. Look at the light once the link is back.</source>
        <translation>Nichts wird von selbst wiederholt. Sehen Sie auf das Licht, sobald die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>Try again once the link is back.</source>
        <translation>Versuchen Sie es noch einmal, sobald die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 · %3</source>
        <comment>title, subject, reason</comment>
        <translation>%1: %2 · %3</translation>
    </message>
    <message>
        <source>Error number: %1</source>
        <translation>Fehlernummer: %1</translation>
    </message>
    <message>
        <source>DN: %1</source>
        <translation>DN: %1</translation>
    </message>
    <message>
        <source>Call (ConnID): %1</source>
        <translation>Anruf (ConnID): %1</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in a row</source>
        <translation>
            <numerusform>%n-mal in Folge</numerusform>
            <numerusform>%n-mal in Folge</numerusform>
        </translation>
    </message>
    <message>
        <source>The light shows what SIP Server says.</source>
        <translation>Das Licht zeigt, was SIP Server sagt.</translation>
    </message>
    <message>
        <source>A recording state is not understood</source>
        <translation>Ein Aufzeichnungszustand ist unverständlich</translation>
    </message>
    <message>
        <source>SIP Server says “%1” for the recording&apos;s state; the light shows “Not known”.</source>
        <translation>SIP Server sagt „%1“ für den Zustand der Aufzeichnung; das Licht zeigt „Unbekannt“.</translation>
    </message>
    <message>
        <source>Tell your administrator: the words are settings (recording/onWord, recording/offWord, recording/pausedWord).</source>
        <translation>Bitte informieren Sie Ihre Administration: Die Wörter sind Einstellungen (recording/onWord, recording/offWord, recording/pausedWord).</translation>
    </message>
    <message>
        <source>%1 could not be consulted</source>
        <comment>a number</comment>
        <translation>Die Rückfrage bei %1 konnte nicht begonnen werden</translation>
    </message>
    <message>
        <source>Nobody could be consulted</source>
        <translation>Die Rückfrage konnte nicht begonnen werden</translation>
    </message>
    <message>
        <source>Call could not be transferred to %1</source>
        <comment>a number</comment>
        <translation>Der Anruf konnte nicht an %1 weitergeleitet werden</translation>
    </message>
    <message>
        <source>Call could not be transferred</source>
        <translation>Der Anruf konnte nicht weitergeleitet werden</translation>
    </message>
    <message>
        <source>Conference with %1 could not be made</source>
        <comment>a number</comment>
        <translation>Die Konferenz mit %1 ist nicht zustande gekommen</translation>
    </message>
    <message>
        <source>Conference could not be made</source>
        <translation>Die Konferenz ist nicht zustande gekommen</translation>
    </message>
    <message>
        <source>Consult %1</source>
        <comment>a number</comment>
        <translation>Rückfrage bei %1</translation>
    </message>
    <message>
        <source>Transfer to %1</source>
        <comment>a number</comment>
        <translation>Weiterleiten an %1</translation>
    </message>
    <message>
        <source>Conference with %1</source>
        <comment>a number</comment>
        <translation>Konferenz mit %1</translation>
    </message>
    <message>
        <source>Route to %1</source>
        <comment>a number</comment>
        <translation>Routen an %1</translation>
    </message>
    <message>
        <source>The call from %1 could not be routed to %2</source>
        <comment>two numbers</comment>
        <translation>Der Anruf von %1 konnte nicht an %2 geroutet werden</translation>
    </message>
    <message>
        <source>Routing point %1</source>
        <translation>Routing-Punkt %1</translation>
    </message>
    <message>
        <source>%1 at routing point %2</source>
        <comment>caller, number</comment>
        <translation>%1 an Routing-Punkt %2</translation>
    </message>
    <message>
        <source>%1 at DN %2</source>
        <comment>other party, number</comment>
        <translation>%1 an DN %2</translation>
    </message>
    <message>
        <source>Your state is shown as SIP Server says it.</source>
        <translation>Ihr Status wird so angezeigt, wie SIP Server ihn meldet.</translation>
    </message>
    <message>
        <source>The call is shown as SIP Server says it is.</source>
        <translation>Der Anruf wird so angezeigt, wie SIP Server ihn meldet.</translation>
    </message>
    <message>
        <source>Nothing is repeated by itself. Look at your state once the link is back.</source>
        <translation>Nichts wird von selbst wiederholt. Sehen Sie auf Ihren Status, sobald die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>Nothing is repeated by itself. Look at the call once the link is back.</source>
        <translation>Nichts wird von selbst wiederholt. Sehen Sie auf den Anruf, sobald die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>Destination: %1</source>
        <translation>Ziel: %1</translation>
    </message>
</context>
<context>
    <name>presentation::WaitingCallModel</name>
    <message>
        <source>Not certain</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Routing…</source>
        <translation>Wird geroutet …</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>Routing point</source>
        <translation>Routing-Punkt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartezeit</translation>
    </message>
</context>
<context>
    <name>widgets::AgentButton</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Agent state: %1</source>
        <translation>Agentenstatus: %1</translation>
    </message>
    <message>
        <source>Your state as an agent</source>
        <translation>Ihr Status als Agent</translation>
    </message>
    <message>
        <source>&amp;Without a reason</source>
        <translation>&amp;Ohne Grund</translation>
    </message>
    <message>
        <source>&amp;Other…</source>
        <translation>&amp;Anderer …</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>Reason:</source>
        <translation>Grund:</translation>
    </message>
    <message>
        <source>Log out?</source>
        <translation>Abmelden?</translation>
    </message>
    <message>
        <source>A call is being recorded, or its recording is paused. Log out all the same?</source>
        <translation>Ein Anruf wird aufgezeichnet, oder seine Aufzeichnung ist pausiert. Trotzdem abmelden?</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Stay logged in</source>
        <translation>Angemeldet bleiben</translation>
    </message>
</context>
<context>
    <name>widgets::CallCard</name>
    <message>
        <source>Duration of the call</source>
        <translation>Dauer des Anrufs</translation>
    </message>
    <message>
        <source>File of the recording</source>
        <translation>Datei der Aufzeichnung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the file name</source>
        <translation>Dateinamen kopieren</translation>
    </message>
    <message>
        <source>Call with %1</source>
        <translation>Anruf mit %1</translation>
    </message>
    <message>
        <source>Waiting for SIP Server…</source>
        <translation>Wartet auf SIP Server …</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Noch keine Datei</translation>
    </message>
    <message>
        <source>Copy the file name of the recording</source>
        <translation>Den Dateinamen der Aufzeichnung kopieren</translation>
    </message>
    <message>
        <source>There is no file name to copy yet.</source>
        <translation>Es gibt noch keinen Dateinamen, der kopiert werden könnte.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a party, and what becomes of the recording of the call with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>File of the recording: %1</source>
        <translation>Datei der Aufzeichnung: %1</translation>
    </message>
    <message>
        <source>about the call with %1</source>
        <translation>zum Anruf mit %1</translation>
    </message>
    <message>
        <source>Consultation with %1 about the call with %2</source>
        <translation>Rückfrage bei %1 zum Anruf mit %2</translation>
    </message>
</context>
<context>
    <name>widgets::ConnectionStatus</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
</context>
<context>
    <name>widgets::DamageDialog</name>
    <message>
        <source>Damaged places</source>
        <translation>Beschädigte Stellen</translation>
    </message>
    <message>
        <source>What cannot be read there is not taken for certain. The first places of each kind:</source>
        <translation>Was dort nicht lesbar ist, gilt nicht als sicher. Die ersten Stellen jeder Art:</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged place(s)</source>
        <translation>
            <numerusform>%Ln beschädigte Stelle</numerusform>
            <numerusform>%Ln beschädigte Stellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::DeskWindow</name>
    <message>
        <source>Close Tallylight?</source>
        <translation>Tallylight schließen?</translation>
    </message>
    <message>
        <source>A call is being recorded, or its recording is paused. Closing does not end the recording: it goes on, but without its light.</source>
        <translation>Ein Anruf wird aufgezeichnet, oder seine Aufzeichnung ist pausiert. Schließen beendet die Aufzeichnung nicht: sie geht weiter, aber ohne ihr Licht.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
</context>
<context>
    <name>widgets::DestinationDialog</name>
    <message>
        <source>&amp;Number or DN</source>
        <translation>&amp;Nummer oder DN</translation>
    </message>
    <message>
        <source>Number or DN to call</source>
        <translation>Nummer oder DN, die angerufen wird</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Consult first</source>
        <translation>Zuerst &amp;rückfragen</translation>
    </message>
    <message>
        <source>&amp;Transfer now</source>
        <translation>Sofort &amp;weiterleiten</translation>
    </message>
    <message>
        <source>Transfer the call with %1</source>
        <translation>Anruf mit %1 weiterleiten</translation>
    </message>
    <message>
        <source>This number is in the call already.</source>
        <translation>Diese Nummer nimmt schon am Anruf teil.</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message>
        <source>Tallylight</source>
        <translation>Tallylight</translation>
    </message>
    <message>
        <source>Calls in short</source>
        <translation>Anrufe in Kürze</translation>
    </message>
</context>
<context>
    <name>widgets::NamedValueRows</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>widgets::RecordingBadge</name>
    <message>
        <source>Recording state: %1</source>
        <translation>Zustand der Aufzeichnung: %1</translation>
    </message>
</context>
<context>
    <name>widgets::RecordingControls</name>
    <message>
        <source>Stop recording, asks first</source>
        <translation>Aufzeichnung beenden, fragt zuerst</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More for this call</source>
        <translation>Mehr zu diesem Anruf</translation>
    </message>
    <message>
        <source>Copy call &amp;ID</source>
        <translation>K&amp;ennung des Anrufs kopieren</translation>
    </message>
    <message>
        <source>No call is selected.</source>
        <translation>Kein Anruf ist ausgewählt.</translation>
    </message>
    <message>
        <source>&amp;With options</source>
        <translation>&amp;Mit Optionen</translation>
    </message>
    <message>
        <source>Copy n&amp;umber</source>
        <translation>&amp;Nummer kopieren</translation>
    </message>
    <message>
        <source>%1…</source>
        <comment>an action that asks for more</comment>
        <translation>%1 …</translation>
    </message>
</context>
<context>
    <name>widgets::RecordingOptionsDialog</name>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>T&amp;his side (default)</source>
        <translation>&amp;Diese (Standard)</translation>
    </message>
    <message>
        <source>The &amp;other side</source>
        <translation>Die &amp;andere</translation>
    </message>
    <message>
        <source>A recording belongs to one side of the call and ends when that side leaves.</source>
        <translation>Eine Aufzeichnung gehört zu einer Seite des Anrufs und endet, wenn diese Seite ihn verlässt.</translation>
    </message>
    <message>
        <source>&amp;Id</source>
        <translation>&amp;Id</translation>
    </message>
    <message>
        <source>Made by the media server</source>
        <translation>Vergibt der Media Server</translation>
    </message>
    <message>
        <source>Names the recording. It must be unique everywhere and for ever.</source>
        <translation>Der Name der Aufzeichnung. Er muss überall und für immer eindeutig sein.</translation>
    </message>
    <message>
        <source>Id of the recording</source>
        <translation>Id der Aufzeichnung</translation>
    </message>
    <message>
        <source>&amp;Dest</source>
        <translation>D&amp;est</translation>
    </message>
    <message>
        <source>The recorder that is configured</source>
        <translation>Der eingerichtete Rekorder</translation>
    </message>
    <message>
        <source>SIP location of the recorder, for example sip:recorder@example.com.</source>
        <translation>SIP-Adresse des Rekorders, zum Beispiel sip:recorder@example.com.</translation>
    </message>
    <message>
        <source>Dest, the SIP location of the recorder</source>
        <translation>Dest, die SIP-Adresse des Rekorders</translation>
    </message>
    <message>
        <source>Dest&amp;2</source>
        <translation>Dest&amp;2</translation>
    </message>
    <message>
        <source>The second recorder that is configured, if any</source>
        <translation>Wie eingerichtet, sonst keiner</translation>
    </message>
    <message>
        <source>SIP location of a second recorder, which records the same again.</source>
        <translation>SIP-Adresse eines zweiten Rekorders, der dasselbe noch einmal aufzeichnet.</translation>
    </message>
    <message>
        <source>Dest2, the SIP location of a second recorder</source>
        <translation>Dest2, die SIP-Adresse eines zweiten Rekorders</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Record with options</source>
        <translation>Mit Optionen aufzeichnen</translation>
    </message>
    <message>
        <source>Pause with options</source>
        <translation>Mit Optionen pausieren</translation>
    </message>
    <message>
        <source>Resume with options</source>
        <translation>Mit Optionen fortsetzen</translation>
    </message>
    <message>
        <source>Stop with options</source>
        <translation>Mit Optionen beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add a &amp;parameter</source>
        <translation>&amp;Parameter hinzufügen</translation>
    </message>
    <message>
        <source>Name of parameter %1</source>
        <translation>Name von Parameter %1</translation>
    </message>
    <message>
        <source>Value of parameter %1</source>
        <translation>Wert von Parameter %1</translation>
    </message>
    <message>
        <source>Remove parameter %1</source>
        <translation>Parameter %1 entfernen</translation>
    </message>
    <message>
        <source>Add a &amp;reason</source>
        <translation>&amp;Grund hinzufügen</translation>
    </message>
    <message>
        <source>Name of reason %1</source>
        <translation>Name von Grund %1</translation>
    </message>
    <message>
        <source>Value of reason %1</source>
        <translation>Wert von Grund %1</translation>
    </message>
    <message>
        <source>Remove reason %1</source>
        <translation>Grund %1 entfernen</translation>
    </message>
</context>
<context>
    <name>widgets::ReplayWindow</name>
    <message>
        <source>The log that is replayed</source>
        <translation>Das Log, das wiedergegeben wird</translation>
    </message>
    <message>
        <source>Time in the log</source>
        <translation>Zeit im Log</translation>
    </message>
    <message>
        <source>How much of the log has been read</source>
        <translation>Wie viel vom Log gelesen ist</translation>
    </message>
    <message>
        <source>Calls of the log</source>
        <translation>Anrufe des Logs</translation>
    </message>
    <message>
        <source>The log in short</source>
        <translation>Das Log in Kürze</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Replay of %1</source>
        <translation>Wiedergabe von %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Chosen call</source>
        <translation>Ausgewählter Anruf</translation>
    </message>
    <message>
        <source>Files of the chosen call</source>
        <translation>Dateien des ausgewählten Anrufs</translation>
    </message>
    <message>
        <source>&amp;Copy file names</source>
        <translation>Dateinamen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copies the names of the chosen call&apos;s files, a line for each.</source>
        <translation>Kopiert die Dateinamen des ausgewählten Anrufs, eine Zeile je Datei.</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>&amp;Details …</translation>
    </message>
    <message>
        <source>Which places of the log are damaged.</source>
        <translation>Welche Stellen des Logs beschädigt sind.</translation>
    </message>
    <message>
        <source>End of the log · %1</source>
        <translation>Ende des Logs · %1</translation>
    </message>
    <message>
        <source>No call in this log</source>
        <translation>Kein Anruf in diesem Log</translation>
    </message>
    <message>
        <source>No call yet</source>
        <translation>Noch kein Anruf</translation>
    </message>
    <message>
        <source>The log has events, but none of a call.</source>
        <translation>Das Log enthält Ereignisse, aber keines zu einem Anruf.</translation>
    </message>
    <message>
        <source>The calls of the log appear here as they begin.</source>
        <translation>Die Anrufe des Logs erscheinen hier, sobald sie beginnen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln Anruf</numerusform>
            <numerusform>%Ln Anrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged place(s)</source>
        <translation>
            <numerusform>%Ln beschädigte Stelle</numerusform>
            <numerusform>%Ln beschädigte Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a call to see its files and how its recording went.</source>
        <translation>Wählen Sie einen Anruf, um seine Dateien und den Verlauf der Aufzeichnung zu sehen.</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>Keine Datei</translation>
    </message>
</context>
<context>
    <name>widgets::RoutePanel</name>
    <message>
        <source>Calls that wait to be routed</source>
        <translation>Anrufe, die auf das Routing warten</translation>
    </message>
    <message>
        <source>No call waits</source>
        <translation>Kein Anruf wartet</translation>
    </message>
    <message>
        <source>Calls that wait on your routing points appear here.</source>
        <translation>Anrufe, die an Ihren Routing-Punkten warten, erscheinen hier.</translation>
    </message>
    <message>
        <source>Chosen call</source>
        <translation>Ausgewählter Anruf</translation>
    </message>
    <message>
        <source>Route t&amp;o</source>
        <translation>Rou&amp;ten an</translation>
    </message>
    <message>
        <source>DN, for example 7001</source>
        <translation>DN, zum Beispiel 7001</translation>
    </message>
    <message>
        <source>Route to</source>
        <translation>Routen an</translation>
    </message>
    <message>
        <source>Recording, once the call is answered</source>
        <translation>Aufzeichnung, sobald der Anruf angenommen ist</translation>
    </message>
    <message>
        <source>&amp;ID of the recording</source>
        <translation>&amp;Kennung der Aufzeichnung</translation>
    </message>
    <message>
        <source>Made by the recorder</source>
        <translation>Vergibt der Rekorder</translation>
    </message>
    <message>
        <source>ID of the recording</source>
        <translation>Kennung der Aufzeichnung</translation>
    </message>
    <message>
        <source>Recor&amp;der</source>
        <translation>Rek&amp;order</translation>
    </message>
    <message>
        <source>As configured, or sip:name@host</source>
        <translation>Wie eingerichtet, oder sip:Name@Host</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>Rekorder</translation>
    </message>
    <message>
        <source>&amp;Second recorder</source>
        <translation>&amp;Zweiter Rekorder</translation>
    </message>
    <message>
        <source>Second recorder</source>
        <translation>Zweiter Rekorder</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>&amp;Less</source>
        <translation>W&amp;eniger</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>Hides the recording&apos;s ID and recorders.</source>
        <translation>Verbirgt Kennung und Rekorder der Aufzeichnung.</translation>
    </message>
    <message>
        <source>Shows fields for the recording&apos;s ID and recorders.</source>
        <translation>Zeigt Felder für Kennung und Rekorder der Aufzeichnung.</translation>
    </message>
    <message>
        <source>Send the call there.</source>
        <translation>Den Anruf dorthin geben.</translation>
    </message>
</context>
<context>
    <name>widgets::SortHeader</name>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>Column %1, sorted upwards</source>
        <translation>Spalte %1, aufsteigend sortiert</translation>
    </message>
    <message>
        <source>Column %1, sorted downwards</source>
        <translation>Spalte %1, absteigend sortiert</translation>
    </message>
    <message>
        <source>Space sorts by this column.</source>
        <translation>Die Leertaste sortiert nach dieser Spalte.</translation>
    </message>
</context>
<context>
    <name>widgets::StateCounter</name>
    <message>
        <source>%1. Press to show only these.</source>
        <translation>%1. Drücken Sie, um nur diese zu sehen.</translation>
    </message>
    <message>
        <source>Press to show only these.</source>
        <translation>Drücken Sie, um nur diese zu sehen.</translation>
    </message>
</context>
<context>
    <name>widgets::SupervisorWindow</name>
    <message>
        <source>&amp;Agents</source>
        <translation>A&amp;genten</translation>
    </message>
    <message>
        <source>Find agent, DN or party</source>
        <translation>Agent, DN oder Teilnehmer suchen</translation>
    </message>
    <message>
        <source>Which states are shown</source>
        <translation>Welche Zustände angezeigt werden</translation>
    </message>
    <message>
        <source>Agents and their calls</source>
        <translation>Agenten und ihre Anrufe</translation>
    </message>
    <message>
        <source>Chosen row</source>
        <translation>Ausgewählte Zeile</translation>
    </message>
    <message>
        <source>What you ask for is asked on behalf of this DN.</source>
        <translation>Was Sie anfordern, wird im Namen dieser DN angefordert.</translation>
    </message>
    <message>
        <source>DNs and calls in short</source>
        <translation>DNs und Anrufe in Kürze</translation>
    </message>
    <message>
        <source>Shown states: %1</source>
        <translation>Angezeigte Zustände: %1</translation>
    </message>
    <message numerus="yes">
        <source>Route des&amp;k (%Ln)</source>
        <translation>
            <numerusform>&amp;Routing (%Ln)</numerusform>
            <numerusform>&amp;Routing (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Route des&amp;k</source>
        <translation>&amp;Routing</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Supervisor %1</source>
        <translation>Supervisor %1</translation>
    </message>
</context>
<context>
    <name>widgets::TimelineStrip</name>
    <message>
        <source>How the recording went</source>
        <translation>Verlauf der Aufzeichnung</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1 from %2 to %3 (%4)</source>
        <translation>%1 von %2 bis %3 (%4)</translation>
    </message>
</context>
<context>
    <name>widgets::ToastArea</name>
    <message>
        <source>Show fewer</source>
        <translation>Weniger anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ToastView</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>The call has ended.</source>
        <translation>Der Anruf ist beendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>how often this failed in a row</comment>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
</context>
</TS>
