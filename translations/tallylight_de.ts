<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>ActionStarter</name>
    <message>
        <source>Release the call?</source>
        <translation>Auflegen?</translation>
    </message>
    <message>
        <source>Releasing hangs up: the recording ends with the call.</source>
        <translation>Wenn Sie auflegen, endet mit dem Anruf auch seine Aufzeichnung.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Auflegen</translation>
    </message>
    <message>
        <source>Stay in the call</source>
        <translation>Im Gespräch bleiben</translation>
    </message>
</context>
<context>
    <name>app::Application</name>
    <message>
        <source>Not everything could be used</source>
        <translation>Nicht alles konnte verwendet werden</translation>
    </message>
    <message>
        <source>Tallylight cannot start</source>
        <translation>Tallylight kann nicht starten</translation>
    </message>
    <message>
        <source>This cannot be used</source>
        <translation>Das kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Put right what is named here, or tell your administrator; then start Tallylight again.</source>
        <translation>Berichtigen Sie, was hier genannt ist, oder sagen Sie es Ihrem Administrator; starten Sie Tallylight dann neu.</translation>
    </message>
</context>
<context>
    <name>app::Diagnostics</name>
    <message>
        <source>What the program has logged, masked</source>
        <translation>Was das Programm protokolliert hat, maskiert</translation>
    </message>
    <message>
        <source>Versions of the program and of the system</source>
        <translation>Versionen des Programms und des Systems</translation>
    </message>
    <message>
        <source>The connection, and which DNs are monitored</source>
        <translation>Die Verbindung, und welche DNs überwacht werden</translation>
    </message>
    <message>
        <source>Settings, with servers and pins</source>
        <translation>Einstellungen, mit Servern und Pins</translation>
    </message>
    <message>
        <source>The administrator&apos;s policy</source>
        <translation>Die Vorgaben der Administration</translation>
    </message>
    <message>
        <source>The last messages to and from the server, masked</source>
        <translation>Die letzten Nachrichten zum und vom Server, maskiert</translation>
    </message>
    <message>
        <source>The journal&apos;s files and their sizes, not its entries</source>
        <translation>Die Dateien des Journals und ihre Größe, nicht seine Einträge</translation>
    </message>
</context>
<context>
    <name>app::GlobalHotkeys</name>
    <message>
        <source>Without a desktop there are no keys for all programs.</source>
        <translation>Ohne Arbeitsfläche gibt es keine Tasten für alle Programme.</translation>
    </message>
</context>
<context>
    <name>app::Notifications</name>
    <message>
        <source>This session shows no notifications: it has no session bus.</source>
        <translation>Diese Sitzung zeigt keine Meldungen: Sie hat keinen Sitzungsbus.</translation>
    </message>
    <message>
        <source>This session shows no notifications: no service answers for them.</source>
        <translation>Diese Sitzung zeigt keine Meldungen: Kein Dienst antwortet dafür.</translation>
    </message>
</context>
<context>
    <name>app::PortalHotkeys</name>
    <message>
        <source>This desktop gives no program keys that work in all programs: it has no portal for them.</source>
        <translation>Diese Arbeitsumgebung gibt Programmen keine Tasten, die überall gelten: Sie hat kein Portal dafür.</translation>
    </message>
    <message>
        <source>The desktop has refused keys that work in all programs.</source>
        <translation>Die Arbeitsumgebung hat Tasten, die überall gelten, abgelehnt.</translation>
    </message>
    <message>
        <source>The desktop has not given this key.</source>
        <translation>Die Arbeitsumgebung hat diese Taste nicht vergeben.</translation>
    </message>
</context>
<context>
    <name>app::Presence</name>
    <message>
        <source>The recording is not paused any more.</source>
        <translation>Die Aufzeichnung ist nicht mehr pausiert.</translation>
    </message>
    <message>
        <source>No recording is paused.</source>
        <translation>Keine Aufzeichnung ist pausiert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>party, sentence</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>app::Replay</name>
    <message>
        <source>The log cannot be read on</source>
        <translation>Das Protokoll kann nicht weitergelesen werden</translation>
    </message>
    <message>
        <source>The log cannot be opened</source>
        <translation>Das Log kann nicht geöffnet werden</translation>
    </message>
</context>
<context>
    <name>app::X11Hotkeys</name>
    <message>
        <source>This keyboard has no key %1.</source>
        <translation>Diese Tastatur hat keine Taste %1.</translation>
    </message>
    <message>
        <source>Another program has the key %1.</source>
        <translation>Ein anderes Programm hat die Taste %1.</translation>
    </message>
</context>
<context>
    <name>presentation::ActionText</name>
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
        <translation>&amp;Stoppen …</translation>
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
        <translation>Wird gestoppt …</translation>
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
        <translation>Die Aufzeichnung dieses Anrufs stoppen. Sie werden vorher gefragt.</translation>
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
        <source>This call is no conference.</source>
        <translation>Dieses Gespräch ist keine Konferenz.</translation>
    </message>
    <message>
        <source>A ringing call is answered or rejected.</source>
        <translation>Ein klingelnder Anruf wird angenommen oder abgelehnt.</translation>
    </message>
    <message>
        <source>One call has to talk, and one other to be on hold.</source>
        <translation>Ein Gespräch muss laufen und ein anderes gehalten sein.</translation>
    </message>
    <message>
        <source>Only a ringing call can be redirected.</source>
        <translation>Nur ein klingelnder Anruf kann umgeleitet werden.</translation>
    </message>
    <message>
        <source>Only a ringing call can be rejected.</source>
        <translation>Nur ein klingelnder Anruf kann abgelehnt werden.</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>&amp;Makeln</translation>
    </message>
    <message>
        <source>&amp;Drop…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Red&amp;irect…</source>
        <translation>&amp;Umleiten …</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>A&amp;blehnen</translation>
    </message>
    <message>
        <source>Swapping…</source>
        <translation>Gespräche werden getauscht …</translation>
    </message>
    <message>
        <source>Dropping…</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message>
        <source>Redirecting…</source>
        <translation>Wird umgeleitet …</translation>
    </message>
    <message>
        <source>Rejecting…</source>
        <translation>Wird abgelehnt …</translation>
    </message>
    <message>
        <source>Put the call that talks on hold, and take the other back.</source>
        <translation>Das laufende Gespräch halten und das andere zurückholen.</translation>
    </message>
    <message>
        <source>Take somebody out of this conference. The others go on.</source>
        <translation>Jemanden aus dieser Konferenz entfernen. Die anderen sprechen weiter.</translation>
    </message>
    <message>
        <source>Send this call to somebody else, unanswered.</source>
        <translation>Diesen Anruf unbeantwortet an jemand anderen schicken.</translation>
    </message>
    <message>
        <source>Decline this call.</source>
        <translation>Diesen Anruf ablehnen.</translation>
    </message>
    <message>
        <source>SIP Server has said that it does not offer this.</source>
        <translation>SIP Server hat gesagt, dass er dies nicht anbietet.</translation>
    </message>
    <message>
        <source>Say who is to leave the conference.</source>
        <translation>Sagen Sie, wer die Konferenz verlassen soll.</translation>
    </message>
    <message>
        <source>Nobody of this number is in the call.</source>
        <translation>Unter dieser Nummer nimmt niemand am Gespräch teil.</translation>
    </message>
</context>
<context>
    <name>presentation::AgentText</name>
    <message>
        <source>Waiting for SIP Server.</source>
        <translation>Wartet auf SIP Server.</translation>
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
        <source>Nothing is sent while the server gives no sign of life.</source>
        <translation>Es wird nichts gesendet, solange der Server kein Lebenszeichen gibt.</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>an agent&apos;s state, a time like 12:40</comment>
        <translation>%1 · %2</translation>
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
    <message>
        <source>Not certain or not known</source>
        <translation>Unsicher oder unbekannt</translation>
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
    <message>
        <source>The call was there already when it was first seen, at %1.</source>
        <translation>Der Anruf bestand schon, als er um %1 zuerst gesehen wurde.</translation>
    </message>
    <message>
        <source>The beginning of the call was not seen: it may have been longer.</source>
        <translation>Der Anfang des Anrufs wurde nicht gesehen: Es kann länger gewesen sein.</translation>
    </message>
    <message>
        <source>The log does not say when the call&apos;s events were.</source>
        <translation>Das Protokoll sagt nicht, wann die Ereignisse des Gesprächs waren.</translation>
    </message>
    <message>
        <source>The call was not seen as a whole: it may have been longer.</source>
        <translation>Das Gespräch wurde nicht ganz gesehen: Es kann länger gewesen sein.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Recorded %1, paused %2</source>
        <translation>Aufgezeichnet %1, pausiert %2</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>How the recording was before the log began is not known, nor for how long.</source>
        <translation>Wie die Aufzeichnung vor dem Beginn des Logs war und wie lange, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The call was not seen as a whole: how long its recording was in doubt is not known.</source>
        <translation>Der Anruf wurde nicht ganz gesehen: Wie lange die Aufzeichnung ungewiss war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The doubt has not ended yet.</source>
        <translation>Die Ungewissheit hat noch nicht geendet.</translation>
    </message>
    <message>
        <source>Not kept</source>
        <comment>the party of a call, its files</comment>
        <translation>Nicht aufbewahrt</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>who has changed a recording</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>you</source>
        <comment>who has changed a recording</comment>
        <translation>Sie</translation>
    </message>
    <message>
        <source>the pause guard</source>
        <translation>der Pausenwächter</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>jemand anderes</translation>
    </message>
    <message>
        <source>DN</source>
        <translation>DN</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Geändert von</translation>
    </message>
    <message>
        <source>This call was before Tallylight was started. Numbers and files are not kept on the disk.</source>
        <translation>Dieses Gespräch war vor dem Start von Tallylight. Nummern und Dateien werden nicht auf der Festplatte aufbewahrt.</translation>
    </message>
    <message>
        <source>1 · %1</source>
        <comment>one pause, its time</comment>
        <translation>1 · %1</translation>
    </message>
    <message>
        <source>%1 · longest %2</source>
        <comment>number of pauses, a time</comment>
        <translation>%1 · längste %2</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>a time, a recording&apos;s state, who has made it so</comment>
        <translation>%1 %2: %3</translation>
    </message>
</context>
<context>
    <name>presentation::CallText</name>
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
        <source>%1, %2</source>
        <comment>two of several parties</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the last two parties</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Konferenz</translation>
    </message>
    <message>
        <source>dialling %1</source>
        <comment>for so long</comment>
        <translation>wählt %1</translation>
    </message>
    <message>
        <source>ringing %1</source>
        <comment>for so long</comment>
        <translation>klingelt %1</translation>
    </message>
    <message>
        <source>talking %1</source>
        <comment>for so long</comment>
        <translation>im Gespräch %1</translation>
    </message>
    <message>
        <source>on hold %1</source>
        <comment>for so long</comment>
        <translation>gehalten %1</translation>
    </message>
</context>
<context>
    <name>presentation::CallsSummary</name>
    <message>
        <source>No calls</source>
        <translation>Keine Anrufe</translation>
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
    <message numerus="yes">
        <source>%n ringing</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%n klingelt</numerusform>
            <numerusform>%n klingeln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::CaseData</name>
    <message>
        <source>%1: %2</source>
        <comment>a key of the case&apos;s data, its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>pairs of the case&apos;s data</comment>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::CommandText</name>
    <message>
        <source>Pause or resume the recording</source>
        <translation>Aufzeichnung pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Pause the recording</source>
        <translation>Aufzeichnung pausieren</translation>
    </message>
    <message>
        <source>Resume the recording</source>
        <translation>Aufzeichnung fortsetzen</translation>
    </message>
    <message>
        <source>Keep the recording paused</source>
        <translation>Aufzeichnung pausiert lassen</translation>
    </message>
    <message>
        <source>Say what is recorded</source>
        <translation>Sagen, was aufgezeichnet wird</translation>
    </message>
    <message>
        <source>Answer the call that rings</source>
        <translation>Klingelnden Anruf annehmen</translation>
    </message>
    <message>
        <source>Hold or retrieve the call</source>
        <translation>Anruf halten oder zurückholen</translation>
    </message>
    <message>
        <source>Call a number</source>
        <translation>Eine Nummer anrufen</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Show or hide the compact bar</source>
        <translation>Kompaktleiste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show the calls of today</source>
        <translation>Anrufe von heute zeigen</translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>Alle Meldungen zeigen</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Open the help</source>
        <translation>Hilfe öffnen</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Menü öffnen</translation>
    </message>
    <message>
        <source>Quit Tallylight</source>
        <translation>Tallylight beenden</translation>
    </message>
    <message>
        <source>%1 alone is needed for typing: press it together with Ctrl, Alt or Meta.</source>
        <translation>%1 allein wird zum Tippen gebraucht: Drücken Sie die Taste zusammen mit Strg, Alt oder Meta.</translation>
    </message>
    <message>
        <source>%1 presses the button with that letter underlined: add Ctrl or Meta.</source>
        <translation>%1 drückt die Schaltfläche mit diesem unterstrichenen Buchstaben: Nehmen Sie Strg oder Meta dazu.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2” already.</source>
        <translation>%1 ist schon die Taste für „%2“.</translation>
    </message>
</context>
<context>
    <name>presentation::ConnectionFacts</name>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Backup: %1</source>
        <translation>Backup: %1</translation>
    </message>
    <message>
        <source>%1 (connected)</source>
        <comment>a server</comment>
        <translation>%1 (verbunden)</translation>
    </message>
    <message>
        <source>%1 (connected, %2)</source>
        <comment>a server, its role</comment>
        <translation>%1 (verbunden, %2)</translation>
    </message>
    <message numerus="yes">
        <source>Signs of life (ADDP): every %n second(s)</source>
        <translation>
            <numerusform>Lebenszeichen (ADDP): jede Sekunde</numerusform>
            <numerusform>Lebenszeichen (ADDP): alle %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Signs of life (ADDP): not asked for</source>
        <translation>Lebenszeichen (ADDP): nicht verlangt</translation>
    </message>
    <message>
        <source>DN not monitored</source>
        <translation>DN nicht überwacht</translation>
    </message>
    <message>
        <source>On the backup server</source>
        <translation>Auf dem Backup-Server</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>State: %1 (%2)</source>
        <comment>a state, what is being done</comment>
        <translation>Zustand: %1 (%2)</translation>
    </message>
    <message>
        <source>Since: %1</source>
        <translation>Seit: %1</translation>
    </message>
    <message>
        <source>No server is given.</source>
        <translation>Es ist kein Server angegeben.</translation>
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
        <source>Calls appear here as soon as %1 has answered.</source>
        <translation>Anrufe erscheinen hier, sobald %1 geantwortet hat.</translation>
    </message>
    <message>
        <source>SIP Server is not ready</source>
        <translation>SIP Server ist nicht bereit</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>text, error number</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>No sign of life</source>
        <translation>Kein Lebenszeichen</translation>
    </message>
    <message>
        <source>trying the backup…</source>
        <translation>Versuch beim Backup …</translation>
    </message>
    <message>
        <source>looking elsewhere in %1 s</source>
        <translation>anderer Server in %1 s</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n DN(s)</source>
        <comment>so many have been answered</comment>
        <translation>
            <numerusform>%1 von %n DN</numerusform>
            <numerusform>%1 von %n DNs</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting for its answer…</source>
        <translation>wartet auf Antwort …</translation>
    </message>
    <message>
        <source>The server has not answered for a moment; nothing is sent until it does.</source>
        <translation>Der Server antwortet im Moment nicht; bis er antwortet, wird nichts gesendet.</translation>
    </message>
    <message>
        <source>This server is the backup and has not taken over.</source>
        <translation>Dieser Server ist das Backup und hat nicht übernommen.</translation>
    </message>
    <message>
        <source>There is nothing to do here: Tallylight goes on by itself.</source>
        <translation>Hier ist nichts zu tun: Tallylight macht von selbst weiter.</translation>
    </message>
    <message>
        <source>SIP Server has lost the link to its switch.</source>
        <translation>SIP Server hat die Verbindung zur Vermittlung verloren.</translation>
    </message>
    <message>
        <source>The server has fallen silent.</source>
        <translation>Der Server meldet sich nicht mehr.</translation>
    </message>
    <message>
        <source>The server does not take what this desktop sends.</source>
        <translation>Der Server nimmt nicht an, was dieser Arbeitsplatz sendet.</translation>
    </message>
    <message>
        <source>The connection broke.</source>
        <translation>Die Verbindung ist abgebrochen.</translation>
    </message>
    <message>
        <source>The connection ended.</source>
        <translation>Die Verbindung wurde beendet.</translation>
    </message>
    <message>
        <source>Where are your calls?</source>
        <translation>Wo sind Ihre Anrufe?</translation>
    </message>
    <message>
        <source>Tallylight asks for the server and your DN, and tests them.</source>
        <translation>Tallylight fragt nach dem Server und Ihrer DN und prüft beides.</translation>
    </message>
    <message>
        <source>The server has broken the protocol again and again, so Tallylight has stopped trying. Tell your administrator, or choose “Connection…” in the menu.</source>
        <translation>Der Server hat das Protokoll immer wieder verletzt, daher versucht Tallylight es nicht mehr. Sagen Sie es Ihrer Administration, oder wählen Sie „Verbindung …“ im Menü.</translation>
    </message>
    <message>
        <source>The connection to %1 was closed. The message below says why.</source>
        <translation>Die Verbindung zu %1 wurde geschlossen. Die Meldung unten sagt, warum.</translation>
    </message>
    <message>
        <source>What answers there does not speak as SIP Server does: check host, port and encryption.</source>
        <translation>Was dort antwortet, spricht nicht wie ein SIP Server: Prüfen Sie Host, Port und Verschlüsselung.</translation>
    </message>
</context>
<context>
    <name>presentation::DialText</name>
    <message>
        <source>Nothing is sent while the server gives no sign of life.</source>
        <translation>Es wird nichts gesendet, solange der Server kein Lebenszeichen gibt.</translation>
    </message>
    <message>
        <source>Nothing is sent while there is no connection.</source>
        <translation>Es wird nichts gesendet, solange keine Verbindung besteht.</translation>
    </message>
    <message>
        <source>A call is being made. Waiting for SIP Server.</source>
        <translation>Es wird gewählt. Warten auf SIP Server.</translation>
    </message>
    <message>
        <source>This desktop has no DN of its own to call from.</source>
        <translation>Dieser Arbeitsplatz hat keine eigene DN, von der aus er anrufen könnte.</translation>
    </message>
    <message>
        <source>A log is being replayed: there is nobody to ask.</source>
        <translation>Ein Protokoll wird wiedergegeben: Es gibt niemanden, der gefragt werden könnte.</translation>
    </message>
    <message>
        <source>No call can be made now.</source>
        <translation>Jetzt kann nicht angerufen werden.</translation>
    </message>
    <message>
        <source>Calling %1…</source>
        <comment>a number</comment>
        <translation>%1 wird angerufen …</translation>
    </message>
</context>
<context>
    <name>presentation::Duration</name>
    <message>
        <source>heard %1 s ago</source>
        <translation>vor %1 s gehört</translation>
    </message>
    <message>
        <source>heard %1 min ago</source>
        <translation>vor %1 min gehört</translation>
    </message>
    <message>
        <source>heard %1 h ago</source>
        <translation>vor %1 h gehört</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>hours and minutes, or minutes and seconds</comment>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::ErrorWords</name>
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
    <message>
        <source>Tell your administrator the error&apos;s number.</source>
        <translation>Nennen Sie Ihrem Administrator die Nummer des Fehlers.</translation>
    </message>
</context>
<context>
    <name>presentation::GuardText</name>
    <message>
        <source>Paused for half of the limit of %1.</source>
        <translation>Seit der Hälfte der Grenze von %1 pausiert.</translation>
    </message>
    <message>
        <source>Paused for three quarters of the limit of %1.</source>
        <translation>Seit drei Vierteln der Grenze von %1 pausiert.</translation>
    </message>
    <message>
        <source>Paused for %1: the limit is reached. Resume the recording.</source>
        <translation>%1 pausiert: Die Grenze ist erreicht. Setzen Sie die Aufzeichnung fort.</translation>
    </message>
    <message>
        <source>Your administrator has the recording go on by itself: SIP Server is asked in %1 s.</source>
        <translation>Ihr Administrator lässt die Aufzeichnung von selbst fortsetzen: SIP Server wird in %1 s darum gebeten.</translation>
    </message>
    <message>
        <source>&amp;Keep paused</source>
        <translation>Pause &amp;beibehalten</translation>
    </message>
    <message>
        <source>Resumes by itself in %1 s</source>
        <translation>Läuft in %1 s von selbst weiter</translation>
    </message>
</context>
<context>
    <name>presentation::HandText</name>
    <message>
        <source>No call rings.</source>
        <translation>Kein Anruf klingelt.</translation>
    </message>
    <message>
        <source>No call talks, and none is on hold.</source>
        <translation>Es gibt kein Gespräch und keinen gehaltenen Anruf.</translation>
    </message>
    <message>
        <source>No call talks, so there is no recording to pause or to resume.</source>
        <translation>Es gibt kein Gespräch, dessen Aufzeichnung pausiert oder fortgesetzt werden könnte.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>not certain, what was last known</comment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>state of a recording</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1, for %2.</source>
        <translation>%1, seit %2.</translation>
    </message>
    <message>
        <source>%1, for at least %2.</source>
        <translation>%1, seit mindestens %2.</translation>
    </message>
    <message>
        <source>Call with %1, %2.</source>
        <comment>party, how far the call has got</comment>
        <translation>Anruf mit %1, %2.</translation>
    </message>
    <message>
        <source>Another call has just taken its place: press once more.</source>
        <translation>Gerade ist ein anderer Anruf an seine Stelle getreten: Drücken Sie noch einmal.</translation>
    </message>
    <message>
        <source>No call.</source>
        <translation>Kein Anruf.</translation>
    </message>
    <message>
        <source>SIP Server is not connected.</source>
        <translation>SIP Server ist nicht verbunden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more call(s).</source>
        <translation>
            <numerusform>%Ln weiterer Anruf.</numerusform>
            <numerusform>%Ln weitere Anrufe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::MessageModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s): %1</source>
        <comment>a message; its time is the last one&apos;s</comment>
        <translation>
            <numerusform>%n-mal: %1</numerusform>
            <numerusform>%n-mal: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::NewsTeller</name>
    <message>
        <source>A call rings</source>
        <translation>Ein Anruf klingelt</translation>
    </message>
    <message>
        <source>Something could not be done</source>
        <translation>Etwas ist nicht gelungen</translation>
    </message>
    <message>
        <source>Open Tallylight to see what.</source>
        <translation>Öffnen Sie Tallylight, um zu sehen, was.</translation>
    </message>
    <message>
        <source>Not certain what is recorded</source>
        <translation>Nicht sicher, was aufgezeichnet wird</translation>
    </message>
    <message numerus="yes">
        <source>SIP Server is not heard: nobody knows whether %Ln call(s) are still recorded.</source>
        <translation>
            <numerusform>SIP Server ist nicht zu hören: Niemand weiß, ob %Ln Anruf noch aufgezeichnet wird.</numerusform>
            <numerusform>SIP Server ist nicht zu hören: Niemand weiß, ob %Ln Anrufe noch aufgezeichnet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>More has happened</source>
        <translation>Es ist noch mehr geschehen</translation>
    </message>
    <message>
        <source>Open Tallylight to see all of it.</source>
        <translation>Öffnen Sie Tallylight, um alles zu sehen.</translation>
    </message>
</context>
<context>
    <name>presentation::PracticeText</name>
    <message>
        <source>A call from %1 rings at %2.</source>
        <translation>Ein Anruf von %1 klingelt an %2.</translation>
    </message>
    <message>
        <source>Answer it yourself, or wait until it is answered for you.</source>
        <translation>Nehmen Sie ihn selbst an, oder warten Sie, bis er für Sie angenommen wird.</translation>
    </message>
    <message>
        <source>The call from %1 is answered.</source>
        <translation>Der Anruf von %1 wird angenommen.</translation>
    </message>
    <message>
        <source>Look at the light: it shows what the server has reported, and changes a moment later where the call is recorded.</source>
        <translation>Sehen Sie auf das Licht: Es zeigt, was der Server gemeldet hat, und wechselt einen Augenblick später, wenn aufgezeichnet wird.</translation>
    </message>
    <message>
        <source>The call with %1 ends.</source>
        <translation>Das Gespräch mit %1 endet.</translation>
    </message>
    <message>
        <source>Its light goes with it.</source>
        <translation>Sein Licht geht mit ihm.</translation>
    </message>
    <message>
        <source>The call with %1 is put on hold.</source>
        <translation>Das Gespräch mit %1 wird gehalten.</translation>
    </message>
    <message>
        <source>The light stays: a call on hold may well be recorded.</source>
        <translation>Das Licht bleibt: Auch ein gehaltenes Gespräch kann aufgezeichnet werden.</translation>
    </message>
    <message>
        <source>The call with %1 goes on after being on hold.</source>
        <translation>Das Gespräch mit %1 geht nach dem Halten weiter.</translation>
    </message>
    <message>
        <source>It is the call that the keys mean again.</source>
        <translation>Die Tasten meinen wieder dieses Gespräch.</translation>
    </message>
    <message>
        <source>The call from %1 is routed to %2.</source>
        <translation>Der Anruf von %1 wird an %2 vermittelt.</translation>
    </message>
    <message>
        <source>It leaves those that wait and rings at an agent&apos;s.</source>
        <translation>Er verlässt die wartenden Anrufe und klingelt an einem Platz.</translation>
    </message>
    <message>
        <source>Somebody else has the call with %1 recorded.</source>
        <translation>Jemand anders lässt das Gespräch mit %1 aufzeichnen.</translation>
    </message>
    <message>
        <source>The light says “Recording” though nobody has pressed here: it follows the server.</source>
        <translation>Das Licht zeigt die Aufzeichnung, obwohl hier niemand gedrückt hat: Es folgt dem Server.</translation>
    </message>
    <message>
        <source>Somebody else pauses the recording of the call with %1.</source>
        <translation>Jemand anders pausiert die Aufzeichnung des Gesprächs mit %1.</translation>
    </message>
    <message>
        <source>The light says “Paused”, and the strip below it gets lower from here on.</source>
        <translation>Das Licht sagt „Pausiert“, und der Streifen darunter wird von hier an niedriger.</translation>
    </message>
    <message>
        <source>The recording of the call with %1 is stopped by somebody else.</source>
        <translation>Jemand anders stoppt die Aufzeichnung des Gesprächs mit %1.</translation>
    </message>
    <message>
        <source>The light says “Not recording”.</source>
        <translation>Das Licht sagt „Keine Aufzeichnung“.</translation>
    </message>
    <message>
        <source>New data come to the call with %1.</source>
        <translation>Zum Gespräch mit %1 kommen neue Daten.</translation>
    </message>
    <message>
        <source>The customer is going to pay by card: this would be the time to pause.</source>
        <translation>Der Kunde will mit Karte zahlen: Jetzt wäre es Zeit zu pausieren.</translation>
    </message>
    <message>
        <source>The agent at %2 gets ready for calls.</source>
        <translation>Der Platz %2 wird bereit für Anrufe.</translation>
    </message>
    <message>
        <source>Your own state stands at the top of the window.</source>
        <translation>Ihr eigener Zustand steht oben im Fenster.</translation>
    </message>
    <message>
        <source>The agent at %2 takes a break.</source>
        <translation>Der Platz %2 macht Pause.</translation>
    </message>
    <message>
        <source>The agent at %2 logs out.</source>
        <translation>Der Platz %2 meldet sich ab.</translation>
    </message>
    <message>
        <source>From the next call on calls at %2 are recorded by themselves.</source>
        <translation>Vom nächsten Anruf an werden Anrufe an %2 von selbst aufgezeichnet.</translation>
    </message>
    <message>
        <source>From the next call on calls at %2 are recorded only when somebody asks for it.</source>
        <translation>Vom nächsten Anruf an werden Anrufe an %2 nur aufgezeichnet, wenn jemand darum bittet.</translation>
    </message>
    <message>
        <source>A refusal is prepared, or taken back.</source>
        <translation>Eine Ablehnung wird vorbereitet oder zurückgenommen.</translation>
    </message>
    <message>
        <source>The network drops the connection to the server.</source>
        <translation>Das Netz trennt die Verbindung zum Server.</translation>
    </message>
    <message>
        <source>Every light is “Not certain” until the server has said how the calls are. The calls go on.</source>
        <translation>Jedes Licht ist „Nicht sicher“, bis der Server gesagt hat, wie es um die Anrufe steht. Die Gespräche gehen weiter.</translation>
    </message>
    <message>
        <source>The light changes when the server has reported it, not when it is pressed.</source>
        <translation>Das Licht wechselt, wenn der Server es gemeldet hat, nicht beim Drücken.</translation>
    </message>
    <message>
        <source>The server refuses it: a message says why, with a number. The light stays as it is.</source>
        <translation>Der Server lehnt es ab: Eine Meldung sagt mit einer Nummer, warum. Das Licht bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>“%1” is pressed for you, on the call with %2.</source>
        <comment>a button, a number</comment>
        <translation>„%1“ wird für Sie gedrückt, am Gespräch mit %2.</translation>
    </message>
    <message>
        <source>Something happens at the server.</source>
        <translation>Am Server geschieht etwas.</translation>
    </message>
    <message numerus="yes">
        <source>In %n second(s) “%1” is pressed for you. Press it yourself before, or forbid it.</source>
        <comment>a button</comment>
        <translation>
            <numerusform>In %n Sekunde wird „%1“ für Sie gedrückt. Drücken Sie vorher selbst, oder verbieten Sie es.</numerusform>
            <numerusform>In %n Sekunden wird „%1“ für Sie gedrückt. Drücken Sie vorher selbst, oder verbieten Sie es.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not going to be pressed for you.</source>
        <comment>a button</comment>
        <translation>„%1“ wird nicht für Sie gedrückt.</translation>
    </message>
    <message>
        <source>&amp;A call comes in</source>
        <translation>Ein &amp;Anruf kommt</translation>
    </message>
    <message>
        <source>The customer &amp;hangs up</source>
        <translation>Der Kunde legt au&amp;f</translation>
    </message>
    <message>
        <source>Somebody &amp;pauses</source>
        <translation>Jemand &amp;pausiert</translation>
    </message>
    <message>
        <source>Somebody &amp;resumes</source>
        <translation>Jemand setzt fo&amp;rt</translation>
    </message>
    <message>
        <source>The recorder &amp;stops</source>
        <translation>Der Rekorder &amp;stoppt</translation>
    </message>
    <message>
        <source>Refuse the &amp;next</source>
        <translation>&amp;Nächstes ablehnen</translation>
    </message>
    <message>
        <source>N&amp;o answer next</source>
        <translation>Keine Antw&amp;ort</translation>
    </message>
    <message>
        <source>The &amp;link is lost</source>
        <translation>Verbindung &amp;weg</translation>
    </message>
    <message>
        <source>The link comes &amp;back</source>
        <translation>Verbindung zurüc&amp;k</translation>
    </message>
    <message>
        <source>&amp;Change to the backup</source>
        <translation>Zum &amp;Backup</translation>
    </message>
    <message>
        <source>Si&amp;x calls at once</source>
        <translation>Se&amp;chs Anrufe zugleich</translation>
    </message>
    <message>
        <source>A call rings. Answer it, and watch its light.</source>
        <translation>Ein Anruf klingelt. Nehmen Sie ihn an, und sehen Sie auf sein Licht.</translation>
    </message>
    <message>
        <source>The customer has hung up.</source>
        <translation>Der Kunde hat aufgelegt.</translation>
    </message>
    <message>
        <source>Somebody else has paused the recording. The light shows it.</source>
        <translation>Jemand anders hat die Aufzeichnung pausiert. Das Licht zeigt es.</translation>
    </message>
    <message>
        <source>Somebody else has resumed the recording. The light shows it.</source>
        <translation>Jemand anders hat die Aufzeichnung fortgesetzt. Das Licht zeigt es.</translation>
    </message>
    <message>
        <source>The recorder has stopped by itself. The light says “Not recording”.</source>
        <translation>Der Rekorder hat von selbst gestoppt. Das Licht sagt „Keine Aufzeichnung“.</translation>
    </message>
    <message>
        <source>Press Record, Pause, Resume or Stop now: the server refuses it, once.</source>
        <translation>Lassen Sie jetzt aufzeichnen, pausieren, fortsetzen oder stoppen: Der Server lehnt es einmal ab.</translation>
    </message>
    <message>
        <source>Press Record, Pause, Resume or Stop now: the server says nothing, and after some seconds a message does.</source>
        <translation>Lassen Sie jetzt aufzeichnen, pausieren, fortsetzen oder stoppen: Der Server sagt nichts, nach einigen Sekunden tut es eine Meldung.</translation>
    </message>
    <message>
        <source>Nothing is certain now. The calls go on, and nobody hears of it here.</source>
        <translation>Nichts ist jetzt sicher. Die Gespräche gehen weiter, und hier hört niemand davon.</translation>
    </message>
    <message>
        <source>The link is back. The lights are certain once the server has said how all is.</source>
        <translation>Die Verbindung ist zurück. Sicher sind die Lichter, wenn der Server gesagt hat, wie alles steht.</translation>
    </message>
    <message>
        <source>The backup serves now. The lights are certain again once it has said how all is.</source>
        <translation>Jetzt bedient der Backup-Server. Sicher sind die Lichter wieder, wenn er gesagt hat, wie alles steht.</translation>
    </message>
    <message>
        <source>Six calls ring. The call that talks keeps its place, and so does the focus.</source>
        <translation>Sechs Anrufe klingeln. Das laufende Gespräch behält seinen Platz, der Fokus auch.</translation>
    </message>
    <message>
        <source>There is no call with a customer.</source>
        <translation>Es gibt kein Gespräch mit einem Kunden.</translation>
    </message>
    <message>
        <source>No call is being recorded.</source>
        <translation>Kein Anruf wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>No recording is paused.</source>
        <translation>Keine Aufzeichnung ist pausiert.</translation>
    </message>
    <message>
        <source>No call is being recorded or paused.</source>
        <translation>Kein Anruf wird aufgezeichnet oder ist pausiert.</translation>
    </message>
    <message>
        <source>The link is lost already.</source>
        <translation>Die Verbindung ist schon weg.</translation>
    </message>
    <message>
        <source>The link is not lost.</source>
        <translation>Die Verbindung ist nicht weg.</translation>
    </message>
    <message>
        <source>The other server is not ready yet.</source>
        <translation>Der andere Server ist noch nicht bereit.</translation>
    </message>
    <message>
        <source>This is not possible now.</source>
        <translation>Das ist jetzt nicht möglich.</translation>
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
        <translation>Aufzeichnung stoppen?</translation>
    </message>
    <message>
        <source>The call goes on without a recording. What has been recorded is kept. Recording again begins a new file.</source>
        <translation>Der Anruf geht ohne Aufzeichnung weiter. Was aufgezeichnet ist, bleibt erhalten. Erneutes Aufzeichnen beginnt eine neue Datei.</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufzeichnung stoppen</translation>
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
    <message>
        <source>It is not certain whether the recording of the call with %1 is paused.</source>
        <translation>Es ist nicht sicher, ob die Aufzeichnung des Anrufs mit %1 pausiert ist.</translation>
    </message>
    <message>
        <source>It is not certain whether the call with %1 is being recorded.</source>
        <translation>Es ist nicht sicher, ob der Anruf mit %1 aufgezeichnet wird.</translation>
    </message>
    <message>
        <source>The recording of the call with %1 is paused.</source>
        <translation>Die Aufzeichnung des Anrufs mit %1 ist pausiert.</translation>
    </message>
    <message>
        <source>The call with %1 is being recorded.</source>
        <translation>Der Anruf mit %1 wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>A recording of the call with %1 has been asked for.</source>
        <translation>Eine Aufzeichnung des Anrufs mit %1 ist angefordert.</translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln more such call(s).</source>
        <translation>
            <numerusform>Es gibt %Ln weiteren solchen Anruf.</numerusform>
            <numerusform>Es gibt %Ln weitere solche Anrufe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not stop</source>
        <translation>Nicht beenden</translation>
    </message>
    <message>
        <source>Its recording is paused.</source>
        <translation>Die Aufzeichnung ist pausiert.</translation>
    </message>
</context>
<context>
    <name>presentation::RecordingLook</name>
    <message>
        <source>waiting for SIP Server</source>
        <translation>wartet auf SIP Server</translation>
    </message>
    <message>
        <source>last known: %1</source>
        <translation>zuletzt: %1</translation>
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
    <message>
        <source>Not certain whether it is paused</source>
        <translation>Nicht sicher, ob pausiert</translation>
    </message>
    <message>
        <source>Not certain whether it is paused.</source>
        <translation>Nicht sicher, ob die Aufzeichnung pausiert ist.</translation>
    </message>
    <message>
        <source>%1, over %2</source>
        <comment>time paused, its limit</comment>
        <translation>%1, über %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>time paused, its limit</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>It is over its limit of %1.</source>
        <translation>Die Grenze von %1 ist überschritten.</translation>
    </message>
    <message>
        <source>Its limit is %1.</source>
        <translation>Die Grenze ist %1.</translation>
    </message>
    <message>
        <source>Recorded</source>
        <comment>short, for a narrow badge</comment>
        <translation>Aufgez.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>short, for a narrow badge</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not rec.</source>
        <comment>short, for a narrow badge</comment>
        <translation>Keine Aufz.</translation>
    </message>
    <message>
        <source>Recording</source>
        <comment>short, for a narrow badge</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>short, for a narrow badge</comment>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <comment>short, for a narrow badge</comment>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>recording %1</source>
        <comment>for so long</comment>
        <translation>Aufzeichnung %1</translation>
    </message>
    <message>
        <source>paused %1</source>
        <comment>for so long</comment>
        <translation>pausiert %1</translation>
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
    <name>presentation::SecurityText</name>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>The connection is encrypted (%1), and the server has proved who it is.</source>
        <comment>TLS 1.3</comment>
        <translation>Die Verbindung ist verschlüsselt (%1), und der Server hat sich ausgewiesen.</translation>
    </message>
    <message>
        <source>Its certificate is valid until %1.</source>
        <comment>a date</comment>
        <translation>Sein Zertifikat gilt bis %1.</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Unverschlüsselt</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>No encrypted connection to the server could be made.</source>
        <translation>Eine verschlüsselte Verbindung zum Server kam nicht zustande.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet.</source>
        <translation>Das Zertifikat des Servers ist noch nicht gültig.</translation>
    </message>
    <message>
        <source>Nobody but the server itself vouches for its certificate.</source>
        <translation>Für das Zertifikat des Servers bürgt nur er selbst.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate comes from an authority that is not trusted here.</source>
        <translation>Das Zertifikat des Servers stammt von einer Zertifizierungsstelle, der hier nicht vertraut wird.</translation>
    </message>
    <message>
        <source>The certificate belongs to another server.</source>
        <translation>Das Zertifikat gehört zu einem anderen Server.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate does not name its IP address.</source>
        <translation>Das Zertifikat des Servers nennt seine IP-Adresse nicht.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate names the server only in the old way, which proves nothing.</source>
        <translation>Das Zertifikat nennt den Server nur auf die alte Weise, die nichts beweist.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate names other servers where it counts.</source>
        <translation>Das Zertifikat des Servers nennt da, wo es zählt, andere Server.</translation>
    </message>
    <message>
        <source>What answers there does not speak TLS.</source>
        <translation>Was dort antwortet, spricht kein TLS.</translation>
    </message>
    <message>
        <source>The key or signature of the server&apos;s certificate is too weak.</source>
        <translation>Schlüssel oder Signatur im Zertifikat des Servers sind zu schwach.</translation>
    </message>
    <message>
        <source>The server&apos;s key is not the one that was agreed on.</source>
        <translation>Der Schlüssel des Servers ist nicht der vereinbarte.</translation>
    </message>
    <message>
        <source>The certificate of this computer cannot be used, or the server refuses it.</source>
        <translation>Das Zertifikat dieses Computers ist nicht verwendbar, oder der Server lehnt es ab.</translation>
    </message>
    <message>
        <source>The file with the company&apos;s authorities cannot be used.</source>
        <translation>Die Datei mit den Zertifizierungsstellen der Firma ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation>Fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>The server&apos;s administrator has to renew it.</source>
        <translation>Die Administration des Servers muss es erneuern.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time; if they are right, ask the server&apos;s administrator.</source>
        <translation>Prüfen Sie Datum und Uhrzeit dieses Computers; wenn sie stimmen, fragen Sie die Administration des Servers.</translation>
    </message>
    <message>
        <source>Check the server&apos;s name in the settings; if it is right, ask your administrator.</source>
        <translation>Prüfen Sie den Namen des Servers in den Einstellungen; wenn er stimmt, fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>Give the server&apos;s name in place of its IP address.</source>
        <translation>Geben Sie statt der IP-Adresse den Namen des Servers an.</translation>
    </message>
    <message>
        <source>The server&apos;s administrator has to add the name as a subject alternative name.</source>
        <translation>Die Administration des Servers muss den Namen als „Subject Alternative Name“ hinzufügen.</translation>
    </message>
    <message>
        <source>The server&apos;s administrator has to switch on TLS 1.2 or later.</source>
        <translation>Die Administration des Servers muss TLS 1.2 oder neuer einschalten.</translation>
    </message>
    <message>
        <source>Check the port in the server&apos;s address.</source>
        <translation>Prüfen Sie den Port in der Adresse des Servers.</translation>
    </message>
    <message>
        <source>The server&apos;s administrator has to replace it.</source>
        <translation>Die Administration des Servers muss es ersetzen.</translation>
    </message>
    <message>
        <source>Somebody may be in between: ask your administrator before anything else.</source>
        <translation>Es kann jemand dazwischen sitzen: fragen Sie zuallererst Ihre Administration.</translation>
    </message>
    <message>
        <source>Not encrypted: whoever can listen on this network can read the calls&apos; data, and the server cannot prove who it is. An address with tlibs:// is encrypted.</source>
        <translation>Unverschlüsselt: wer in diesem Netz mithören kann, kann die Daten der Anrufe lesen, und der Server kann sich nicht ausweisen. Eine Adresse mit tlibs:// ist verschlüsselt.</translation>
    </message>
    <message>
        <source>The server speaks only an old version of TLS that is not safe.</source>
        <translation>Der Server spricht nur eine alte TLS-Version, die nicht sicher ist.</translation>
    </message>
    <message>
        <source>Choose the file of your company&apos;s authorities in the settings, field “Authorities”, or ask your administrator for it.</source>
        <translation>Wählen Sie in den Einstellungen im Feld „Stellen (CA)“ die Datei mit den Zertifizierungsstellen Ihrer Firma, oder fragen Sie Ihren Administrator danach.</translation>
    </message>
    <message>
        <source>Check the files in the settings, fields “Client certificate” and “Key of the certificate”, or ask your administrator.</source>
        <translation>Prüfen Sie in den Einstellungen die Dateien in den Feldern „Client-Zertifikat“ und „Schlüssel des Zertifikats“, oder fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Choose a file with certificates in PEM form in the settings, field “Authorities”.</source>
        <translation>Wählen Sie in den Einstellungen im Feld „Stellen (CA)“ eine Datei mit Zertifikaten in PEM-Form.</translation>
    </message>
</context>
<context>
    <name>presentation::SettingsText</name>
    <message>
        <source>Give the server&apos;s name or address, too.</source>
        <translation>Geben Sie auch den Namen oder die Adresse des Servers an.</translation>
    </message>
    <message>
        <source>Give a name like sip-server.example or an address like 192.0.2.7, and nothing else.</source>
        <translation>Geben Sie einen Namen wie sip-server.example oder eine Adresse wie 192.0.2.7 an, und nichts sonst.</translation>
    </message>
    <message>
        <source>Give the server&apos;s port, a number from 1 to 65535.</source>
        <translation>Geben Sie den Port des Servers an, eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>A backup needs a primary server before it.</source>
        <translation>Ein Backup-Server setzt einen primären Server voraus.</translation>
    </message>
    <message>
        <source>Encrypt both servers or neither: a backup must not end the encryption.</source>
        <translation>Verschlüsseln Sie beide Server oder keinen: ein Backup darf die Verschlüsselung nicht aufheben.</translation>
    </message>
    <message>
        <source>Give the whole path of the file, from the root on.</source>
        <translation>Geben Sie den ganzen Pfad der Datei an, vom Wurzelverzeichnis an.</translation>
    </message>
    <message>
        <source>There is no such file, or you may not read it.</source>
        <translation>Diese Datei gibt es nicht, oder Sie dürfen sie nicht lesen.</translation>
    </message>
    <message>
        <source>A key needs its certificate: give the certificate&apos;s file above.</source>
        <translation>Zu einem Schlüssel gehört sein Zertifikat: geben Sie oben dessen Datei an.</translation>
    </message>
    <message>
        <source>Give a whole number of seconds from %1 to %2.</source>
        <translation>Geben Sie eine ganze Zahl von Sekunden an, von %1 bis %2.</translation>
    </message>
    <message>
        <source>Set by your administrator; it cannot be changed here.</source>
        <translation>Von Ihrer Administration festgelegt; hier nicht zu ändern.</translation>
    </message>
    <message>
        <source>Practice has a server of its own; it cannot be changed here.</source>
        <translation>Die Übung hat einen eigenen Server; er ist hier nicht zu ändern.</translation>
    </message>
    <message>
        <source>Saving connects anew.</source>
        <translation>Speichern verbindet neu.</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <comment>a server</comment>
        <translation>Kennwort für %1</translation>
    </message>
    <message>
        <source>The server has refused the password. Until it has the right one there is no connection, and nothing is certain.</source>
        <translation>Der Server hat das Kennwort abgelehnt. Bis er das richtige hat, besteht keine Verbindung, und nichts ist sicher.</translation>
    </message>
    <message>
        <source>The server wants a password. Until it has one there is no connection, and nothing is certain.</source>
        <translation>Der Server verlangt ein Kennwort. Bis er eines hat, besteht keine Verbindung, und nichts ist sicher.</translation>
    </message>
    <message>
        <source>The connection is not encrypted: others on the network can read what you enter.</source>
        <translation>Die Verbindung ist unverschlüsselt: andere im Netz können lesen, was Sie eingeben.</translation>
    </message>
    <message>
        <source>Primary and backup are the same server: give another backup.</source>
        <translation>Primärer und Backup-Server sind derselbe: geben Sie einen anderen Backup-Server an.</translation>
    </message>
    <message>
        <source>A pin is sha256/ and 44 characters of base64; put commas between several.</source>
        <translation>Ein Pin ist sha256/ und 44 Zeichen Base64; zwischen mehreren stehen Kommas.</translation>
    </message>
    <message>
        <source>Saving connects anew. Some of it applies from the next start on.</source>
        <translation>Speichern verbindet neu. Manches gilt erst ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>It applies from the next start on.</source>
        <translation>Das gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>There is no keychain on this computer, so the password is asked for each time.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund; das Kennwort wird deshalb jedes Mal erfragt.</translation>
    </message>
    <message>
        <source>Saving… You can close this window; saving goes on.</source>
        <translation>Wird gespeichert … Sie können dieses Fenster schließen, das Speichern läuft weiter.</translation>
    </message>
    <message>
        <source>SIP Server and backup</source>
        <translation>SIP Server und Backup</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Stellen (CA)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Key of the certificate</source>
        <translation>Schlüssel des Zertifikats</translation>
    </message>
    <message>
        <source>Key pins</source>
        <translation>Schlüssel-Pins</translation>
    </message>
    <message>
        <source>How often the server is asked</source>
        <translation>Wie oft der Server gefragt wird</translation>
    </message>
    <message>
        <source>How often the server asks</source>
        <translation>Wie oft der Server fragt</translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation>Warten auf eine Antwort</translation>
    </message>
    <message>
        <source>Your DN</source>
        <translation>Ihre DN</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>Agenten-ID</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Agent or supervisor</source>
        <translation>Agent oder Supervisor</translation>
    </message>
    <message>
        <source>DNs to watch</source>
        <translation>Beobachtete DNs</translation>
    </message>
    <message>
        <source>File with DNs to watch</source>
        <translation>Datei mit beobachteten DNs</translation>
    </message>
    <message>
        <source>Routing points</source>
        <translation>Routing-Punkte</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Number for start</source>
        <translation>Nummer für Start</translation>
    </message>
    <message>
        <source>Number for stop</source>
        <translation>Nummer für Stopp</translation>
    </message>
    <message>
        <source>Number for pause</source>
        <translation>Nummer für Pause</translation>
    </message>
    <message>
        <source>Number for resume</source>
        <translation>Nummer für Fortsetzen</translation>
    </message>
    <message>
        <source>Key of the state</source>
        <translation>Schlüssel des Zustands</translation>
    </message>
    <message>
        <source>Key of the file</source>
        <translation>Schlüssel der Datei</translation>
    </message>
    <message>
        <source>Word for recording</source>
        <translation>Wort für Aufnahme</translation>
    </message>
    <message>
        <source>Word for not recording</source>
        <translation>Wort für keine Aufnahme</translation>
    </message>
    <message>
        <source>Word for paused</source>
        <translation>Wort für Pause</translation>
    </message>
    <message>
        <source>Recording at a transfer</source>
        <translation>Aufnahme bei einer Weitergabe</translation>
    </message>
    <message>
        <source>How long the journal is kept</source>
        <translation>Aufbewahrung des Journals</translation>
    </message>
    <message>
        <source>Give one word without spaces.</source>
        <translation>Geben Sie ein Wort ohne Leerzeichen an.</translation>
    </message>
    <message>
        <source>Give DNs like 7001 or ranges like 7000-7099, with commas between them.</source>
        <translation>Geben Sie DNs wie 7001 oder Bereiche wie 7000-7099 an, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Give a whole number above 0.</source>
        <translation>Geben Sie eine ganze Zahl über 0 an.</translation>
    </message>
    <message>
        <source>Give a whole number from %1 to %2.</source>
        <translation>Geben Sie eine ganze Zahl von %1 bis %2 an.</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>Das darf nicht leer sein.</translation>
    </message>
    <message>
        <source>This cannot be used.</source>
        <translation>Das kann nicht verwendet werden.</translation>
    </message>
    <message numerus="yes">
        <source>Practice has a server of its own: %n of these cannot be changed here (%1).</source>
        <comment>settings</comment>
        <translation>
            <numerusform>Die Übung hat einen eigenen Server: %n davon kann hier nicht geändert werden (%1).</numerusform>
            <numerusform>Die Übung hat einen eigenen Server: %n davon können hier nicht geändert werden (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these are set by your administrator (%1).</source>
        <comment>settings</comment>
        <translation>
            <numerusform>%n davon hat Ihr Administrator festgelegt (%1).</numerusform>
            <numerusform>%n davon hat Ihr Administrator festgelegt (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 says nothing that is not so already.</source>
        <comment>a file</comment>
        <translation>%1 enthält nichts, was nicht schon so ist.</translation>
    </message>
    <message numerus="yes">
        <source>%1 changes %n setting(s): %2.</source>
        <comment>a file, settings</comment>
        <translation>
            <numerusform>%1 ändert %n Einstellung: %2.</numerusform>
            <numerusform>%1 ändert %n Einstellungen: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) cannot be changed here and will stay.</source>
        <comment>settings</comment>
        <translation>
            <numerusform>%n Einstellung kann hier nicht geändert werden und bleibt.</numerusform>
            <numerusform>%n Einstellungen können hier nicht geändert werden und bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is saved before you press Save.</source>
        <translation>Gespeichert wird erst mit „Speichern“.</translation>
    </message>
    <message>
        <source>Reasons for not ready</source>
        <translation>Gründe für „Nicht bereit“</translation>
    </message>
    <message>
        <source>Reasons for logging out</source>
        <translation>Gründe fürs Abmelden</translation>
    </message>
    <message>
        <source>Reasons of one&apos;s own</source>
        <translation>Eigene Gründe</translation>
    </message>
    <message>
        <source>Limit of a pause</source>
        <translation>Grenze einer Pause</translation>
    </message>
    <message>
        <source>Opens as</source>
        <translation>Öffnet als</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Light in the tray</source>
        <translation>Licht im Infobereich</translation>
    </message>
    <message>
        <source>Tell calls that ring</source>
        <translation>Klingelnde Anrufe melden</translation>
    </message>
    <message>
        <source>Tell what could not be done</source>
        <translation>Melden, was nicht gelungen ist</translation>
    </message>
    <message>
        <source>Tell that it is not certain what is recorded</source>
        <translation>Melden, dass unsicher ist, was aufgezeichnet wird</translation>
    </message>
    <message>
        <source>Tell that a recording stays paused</source>
        <translation>Melden, dass eine Aufzeichnung pausiert bleibt</translation>
    </message>
    <message>
        <source>Tell the other party&apos;s number</source>
        <translation>Nummer der Gegenseite melden</translation>
    </message>
    <message>
        <source>Speak the state</source>
        <translation>Zustand sprechen</translation>
    </message>
    <message>
        <source>Case data on the card</source>
        <translation>Falldaten auf der Karte</translation>
    </message>
    <message>
        <source>Key for “%1”</source>
        <translation>Taste für „%1“</translation>
    </message>
    <message>
        <source>Key in every program for “%1”</source>
        <translation>Taste in jedem Programm für „%1“</translation>
    </message>
    <message>
        <source>Limits for some DNs and queues</source>
        <translation>Grenzen für einzelne DNs und Warteschlangen</translation>
    </message>
    <message>
        <source>Give 0 for none, or a whole number of seconds from %1 to %2.</source>
        <translation>Geben Sie 0 für keine oder eine ganze Zahl von Sekunden von %1 bis %2 an.</translation>
    </message>
    <message>
        <source>Give limits like 7001=90, a DN or queue and seconds, with commas between them.</source>
        <translation>Geben Sie Grenzen wie 7001=90 an, DN oder Warteschlange und Sekunden, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>“%1” and “%2” must differ.</source>
        <comment>two fields</comment>
        <translation>„%1“ und „%2“ müssen sich unterscheiden.</translation>
    </message>
    <message>
        <source>“%1” usually stands for another state: give the word that your recorder writes.</source>
        <translation>„%1“ steht sonst für einen anderen Zustand: Geben Sie das Wort an, das Ihr Rekorder schreibt.</translation>
    </message>
    <message>
        <source>The keychain is locked or may not be used, so the password is asked for each time: unlock it, and allow Tallylight to use it.</source>
        <translation>Der Schlüsselbund ist gesperrt oder darf nicht benutzt werden, deshalb wird das Passwort jedes Mal erfragt: Entsperren Sie ihn, und erlauben Sie Tallylight, ihn zu benutzen.</translation>
    </message>
    <message>
        <source>Given for this run alone, on the command line or at the set-up. What you save here applies to later runs without it.</source>
        <translation>Nur für diesen Lauf angegeben, auf der Befehlszeile oder beim Einrichten. Was Sie hier speichern, gilt für spätere Starts ohne diese Angabe.</translation>
    </message>
</context>
<context>
    <name>presentation::TestText</name>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Encrypted with %1.</source>
        <comment>TLS 1.3</comment>
        <translation>Verschlüsselt mit %1.</translation>
    </message>
    <message>
        <source>Encrypted with %1. The certificate belongs to %2 and is valid until %3.</source>
        <translation>Verschlüsselt mit %1. Das Zertifikat gehört %2 und gilt bis %3.</translation>
    </message>
    <message>
        <source>%1 is an address.</source>
        <translation>%1 ist eine Adresse.</translation>
    </message>
    <message>
        <source>%1 was found.</source>
        <translation>%1 wurde gefunden.</translation>
    </message>
    <message>
        <source>No computer is called %1: check the spelling.</source>
        <translation>Kein Rechner heißt %1: Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>The network&apos;s name service does not answer: check this computer&apos;s network connection.</source>
        <translation>Der Namensdienst des Netzes antwortet nicht: Prüfen Sie die Netzverbindung dieses Rechners.</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 antwortet.</translation>
    </message>
    <message>
        <source>Nothing listens at %1: check the port, and whether SIP Server runs.</source>
        <translation>An %1 hört niemand: Prüfen Sie den Port und ob SIP Server läuft.</translation>
    </message>
    <message>
        <source>%1 does not answer: check the address; a firewall may be in between.</source>
        <translation>%1 antwortet nicht: Prüfen Sie die Adresse; eine Firewall kann dazwischen sein.</translation>
    </message>
    <message>
        <source>There is no way to %1: check the network.</source>
        <translation>Zu %1 gibt es keinen Weg: Prüfen Sie das Netz.</translation>
    </message>
    <message>
        <source>Not encrypted: others on the network can read the calls&apos; data.</source>
        <translation>Unverschlüsselt: Andere im Netz können die Daten der Anrufe lesen.</translation>
    </message>
    <message>
        <source>Nothing there speaks TLS: check the port, or choose no encryption.</source>
        <translation>Dort spricht niemand TLS: Prüfen Sie den Port, oder wählen Sie keine Verschlüsselung.</translation>
    </message>
    <message>
        <source>The server wants none.</source>
        <translation>Der Server verlangt keines.</translation>
    </message>
    <message>
        <source>The server takes it.</source>
        <translation>Der Server nimmt es an.</translation>
    </message>
    <message>
        <source>The server wants a password: enter it and test again.</source>
        <translation>Der Server verlangt ein Passwort: Geben Sie es ein, und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>The password is wrong: enter the right one and test again.</source>
        <translation>Das Passwort ist falsch: Geben Sie das richtige ein, und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>It serves as the primary.</source>
        <translation>Er ist der Primärserver.</translation>
    </message>
    <message>
        <source>It is a backup at the moment.</source>
        <translation>Er ist zurzeit ein Backup.</translation>
    </message>
    <message>
        <source>It has lost the link to its switch: its administrator has to look at it.</source>
        <translation>Er hat die Verbindung zu seiner Vermittlung verloren: Sein Administrator muss danach sehen.</translation>
    </message>
    <message>
        <source>It is a backup at the moment, and no other server serves: name the primary, too.</source>
        <translation>Er ist zurzeit ein Backup, und kein anderer Server ist im Dienst: Nennen Sie auch den Primärserver.</translation>
    </message>
    <message>
        <source>It does not let this program in.</source>
        <translation>Er lässt dieses Programm nicht herein.</translation>
    </message>
    <message>
        <source>Registered.</source>
        <translation>Registriert.</translation>
    </message>
    <message>
        <source>The server does not answer about it: try again, or ask its administrator.</source>
        <translation>Der Server antwortet dazu nicht: Versuchen Sie es erneut, oder fragen Sie seinen Administrator.</translation>
    </message>
    <message>
        <source>Four different numbers; whether the server knows them cannot be tried without a call.</source>
        <translation>Vier verschiedene Nummern; ob der Server sie kennt, lässt sich ohne Anruf nicht prüfen.</translation>
    </message>
    <message>
        <source>Start, stop, pause and resume need four different numbers: change them on the page Recording.</source>
        <translation>Start, Stopp, Pause und Fortsetzen brauchen vier verschiedene Nummern: Ändern Sie sie auf der Seite „Aufnahme“.</translation>
    </message>
    <message>
        <source>The server answers signs of life.</source>
        <translation>Der Server beantwortet Lebenszeichen.</translation>
    </message>
    <message>
        <source>Switched off: a connection that ends silently is found out late.</source>
        <translation>Abgeschaltet: Eine Verbindung, die still endet, wird spät bemerkt.</translation>
    </message>
    <message>
        <source>The server does not answer signs of life (ADDP): ask its administrator to switch them on.</source>
        <translation>Der Server beantwortet keine Lebenszeichen (ADDP): Bitten Sie seinen Administrator, sie einzuschalten.</translation>
    </message>
    <message>
        <source>Backup server</source>
        <translation>Backup-Server</translation>
    </message>
    <message>
        <source>Primary server</source>
        <translation>Primärserver</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>More DNs</source>
        <translation>Weitere DNs</translation>
    </message>
    <message>
        <source>DN %1</source>
        <translation>DN %1</translation>
    </message>
    <message>
        <source>Recording numbers</source>
        <translation>Aufnahmedienste</translation>
    </message>
    <message>
        <source>Signs of life</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Not reached.</source>
        <translation>Nicht erreicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n more DN(s) are not tried here.</source>
        <translation>
            <numerusform>%n weitere DN wird hier nicht geprüft.</numerusform>
            <numerusform>%n weitere DNs werden hier nicht geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>a step of the test</comment>
        <translation>wartet</translation>
    </message>
    <message>
        <source>under way</source>
        <comment>a step of the test</comment>
        <translation>läuft</translation>
    </message>
    <message>
        <source>good</source>
        <comment>a step of the test</comment>
        <translation>gut</translation>
    </message>
    <message>
        <source>note</source>
        <comment>a step of the test: worth knowing</comment>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>bad</source>
        <comment>a step of the test</comment>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>not reached</source>
        <comment>a step of the test</comment>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step of the test, what was found</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Testing: %1…</source>
        <comment>a step</comment>
        <translation>Prüfung: %1 …</translation>
    </message>
    <message>
        <source>The test was ended before it was through.</source>
        <translation>Die Prüfung wurde vorzeitig beendet.</translation>
    </message>
    <message>
        <source>Connected, encrypted</source>
        <translation>Verbunden, verschlüsselt</translation>
    </message>
    <message>
        <source>Connected, not encrypted</source>
        <translation>Verbunden, unverschlüsselt</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n DN(s) registered</source>
        <comment>Connected, encrypted</comment>
        <translation>
            <numerusform>%1 · %n DN registriert</numerusform>
            <numerusform>%1 · %n DNs registriert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (error %2)</source>
        <comment>sentence, error number</comment>
        <translation>%1 (Fehler %2)</translation>
    </message>
    <message>
        <source>%1 answers, but not as a SIP Server does: check host and port, and whether it wants encryption (field “Encryption”).</source>
        <translation>%1 antwortet, aber nicht wie ein SIP Server: Prüfen Sie Host und Port und ob er Verschlüsselung verlangt (Feld „Verschlüsselung“).</translation>
    </message>
    <message>
        <source>%1 answers, but not as a SIP Server does: check host and port.</source>
        <translation>%1 antwortet, aber nicht wie ein SIP Server: Prüfen Sie Host und Port.</translation>
    </message>
    <message>
        <source>SIP Server knows no DN %1 (error %2): check the DN, or ask your administrator.</source>
        <translation>SIP Server kennt keine DN %1 (Fehler %2): Prüfen Sie die DN, oder fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>SIP Server does not register DN %1.</source>
        <translation>SIP Server registriert die DN %1 nicht.</translation>
    </message>
</context>
<context>
    <name>presentation::TitleText</name>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
</context>
<context>
    <name>presentation::ToastAdvice</name>
    <message>
        <source>The call has ended.</source>
        <translation>Der Anruf ist beendet.</translation>
    </message>
    <message>
        <source>The light shows it as soon as SIP Server says so.</source>
        <translation>Das Licht zeigt es, sobald SIP Server es meldet.</translation>
    </message>
    <message>
        <source>The light shows what SIP Server says.</source>
        <translation>Das Licht zeigt, was SIP Server sagt.</translation>
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
        <source>Nothing is repeated by itself. Look at the light once the link is back.</source>
        <translation>Nichts wird von selbst wiederholt. Sehen Sie auf das Licht, sobald die Verbindung wieder da ist.</translation>
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
        <source>Try again once the link is back.</source>
        <translation>Versuchen Sie es noch einmal, sobald die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>The light is right all the same. Make room on the disk.</source>
        <translation>Das Licht stimmt trotzdem. Schaffen Sie Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>The light is right all the same. Tell your administrator.</source>
        <translation>Das Licht stimmt trotzdem. Informieren Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>The light is right all the same. Update Tallylight, or move the file away.</source>
        <translation>Das Licht stimmt trotzdem. Aktualisieren Sie Tallylight, oder verschieben Sie die Datei.</translation>
    </message>
    <message>
        <source>Tell your administrator: something has changed the file.</source>
        <translation>Informieren Sie Ihre Administration: etwas hat die Datei verändert.</translation>
    </message>
    <message>
        <source>What was shown and asked for until then is in the journal. Tell your administrator.</source>
        <translation>Was bis dahin gezeigt und verlangt wurde, steht im Journal. Informieren Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>No recording was stopped by this. What happened since then, this desktop did not see.</source>
        <translation>Keine Aufzeichnung wurde dadurch beendet. Was seither geschah, hat dieses Programm nicht gesehen.</translation>
    </message>
    <message>
        <source>Once the tray is back the light is in it again.</source>
        <translation>Sobald der Infobereich wieder da ist, steht das Licht auch dort.</translation>
    </message>
    <message>
        <source>Choose another under Settings › Keys, or end the other program.</source>
        <translation>Wählen Sie unter Einstellungen › Tasten eine andere, oder beenden Sie das andere Programm.</translation>
    </message>
    <message>
        <source>All settings are as they were. Change them again once the disk is well.</source>
        <translation>Alle Einstellungen sind wie zuvor. Ändern Sie sie erneut, sobald der Datenträger wieder antwortet.</translation>
    </message>
    <message>
        <source>Tell your administrator: the words are settings (recording/onWord, recording/offWord, recording/pausedWord).</source>
        <translation>Bitte informieren Sie Ihre Administration: Die Wörter sind Einstellungen (recording/onWord, recording/offWord, recording/pausedWord).</translation>
    </message>
    <message>
        <source>Choose “Enter the password” in the window&apos;s menu.</source>
        <translation>Wählen Sie „Kennwort eingeben“ im Menü des Fensters.</translation>
    </message>
    <message>
        <source>It will be asked for at the next start.</source>
        <translation>Beim nächsten Start wird es wieder erfragt.</translation>
    </message>
    <message>
        <source>Tell your administrator: after that day there will be no connection.</source>
        <translation>Informieren Sie Ihre Administration: nach diesem Tag gibt es keine Verbindung mehr.</translation>
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
        <source>A recording state is not understood</source>
        <translation>Ein Aufzeichnungszustand ist unverständlich</translation>
    </message>
    <message>
        <source>SIP Server says “%1” for the recording&apos;s state; the light shows “Not known”.</source>
        <translation>SIP Server sagt „%1“ für den Zustand der Aufzeichnung; das Licht zeigt „Unbekannt“.</translation>
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
        <source>Destination: %1</source>
        <translation>Ziel: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>list of DNs</comment>
        <translation>
            <numerusform>%1 und %Ln weitere</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln DN(s) are not monitored</source>
        <translation>
            <numerusform>%Ln DN wird nicht überwacht</numerusform>
            <numerusform>%Ln DNs werden nicht überwacht</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal cannot be written</source>
        <translation>Das Journal kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>A new journal was begun</source>
        <translation>Ein neues Journal wurde begonnen</translation>
    </message>
    <message>
        <source>No connection without a password for %1</source>
        <comment>a server</comment>
        <translation>Keine Verbindung ohne Kennwort für %1</translation>
    </message>
    <message>
        <source>The password could not be kept</source>
        <translation>Das Kennwort konnte nicht aufbewahrt werden</translation>
    </message>
    <message>
        <source>The server&apos;s certificate ends soon</source>
        <translation>Das Zertifikat des Servers läuft bald ab</translation>
    </message>
    <message>
        <source>Your certificate ends soon</source>
        <translation>Ihr Zertifikat läuft bald ab</translation>
    </message>
    <message>
        <source>The disk is full. Entries are kept in memory and written as soon as there is room.</source>
        <translation>Der Datenträger ist voll. Einträge bleiben im Speicher und werden geschrieben, sobald Platz ist.</translation>
    </message>
    <message>
        <source>%1. Entries are kept in memory and written as soon as it works again.</source>
        <comment>what the system said</comment>
        <translation>%1. Einträge bleiben im Speicher und werden geschrieben, sobald es wieder geht.</translation>
    </message>
    <message>
        <source>A later version of Tallylight has written %1. The file is left as it is.</source>
        <comment>a file</comment>
        <translation>Eine neuere Version von Tallylight hat %1 geschrieben. Die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The server wants a password, and none was given.</source>
        <translation>Der Server verlangt ein Kennwort, und es wurde keines eingegeben.</translation>
    </message>
    <message>
        <source>The keychain did not take the password for %1.</source>
        <comment>a server</comment>
        <translation>Der Schlüsselbund hat das Kennwort für %1 nicht angenommen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is valid until %2.</source>
        <comment>a server, a date</comment>
        <translation>Das Zertifikat von %1 gilt bis %2.</translation>
    </message>
    <message>
        <source>DNs: %1</source>
        <translation>DNs: %1</translation>
    </message>
    <message>
        <source>The previous journal could not be read. It was kept as %1.</source>
        <comment>a file</comment>
        <translation>Das bisherige Journal war nicht lesbar. Es wurde als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>The certificate that this desktop shows to %1 is valid until %2.</source>
        <comment>a server, a date</comment>
        <translation>Das Zertifikat, das dieser Arbeitsplatz %1 vorlegt, gilt bis %2.</translation>
    </message>
    <message>
        <source>The disk does not answer. Entries are kept in memory and written as soon as it does.</source>
        <translation>Der Datenträger antwortet nicht. Einträge bleiben im Speicher und werden geschrieben, sobald er es wieder tut.</translation>
    </message>
    <message>
        <source>Tallylight did not end properly last time</source>
        <translation>Tallylight wurde beim letzten Mal nicht ordentlich beendet</translation>
    </message>
    <message>
        <source>Tallylight did not end properly while a call was being recorded</source>
        <translation>Tallylight wurde während einer Aufzeichnung nicht ordentlich beendet</translation>
    </message>
    <message>
        <source>Tallylight was ended while a call was being recorded</source>
        <translation>Tallylight wurde während einer Aufzeichnung beendet</translation>
    </message>
    <message>
        <source>It was last heard of at %1.</source>
        <comment>a date and time</comment>
        <translation>Das letzte Lebenszeichen kam um %1.</translation>
    </message>
    <message>
        <source>The system ended it at %1.</source>
        <comment>a date and time</comment>
        <translation>Das System hat es um %1 beendet.</translation>
    </message>
    <message>
        <source>The settings were not saved</source>
        <translation>Die Einstellungen wurden nicht gespeichert</translation>
    </message>
    <message>
        <source>Recording had been started already</source>
        <translation>Die Aufzeichnung war schon gestartet</translation>
    </message>
    <message>
        <source>Recording had been paused already</source>
        <translation>Die Aufzeichnung war schon pausiert</translation>
    </message>
    <message>
        <source>Recording had been resumed already</source>
        <translation>Die Aufzeichnung war schon fortgesetzt</translation>
    </message>
    <message>
        <source>Recording had been stopped already</source>
        <translation>Die Aufzeichnung war schon gestoppt</translation>
    </message>
    <message>
        <source>Somebody else started it before your request arrived (%1).</source>
        <translation>Jemand anders hat sie gestartet, bevor Ihre Anforderung ankam (%1).</translation>
    </message>
    <message>
        <source>Somebody else paused it before your request arrived (%1).</source>
        <translation>Jemand anders hat sie pausiert, bevor Ihre Anforderung ankam (%1).</translation>
    </message>
    <message>
        <source>Somebody else resumed it before your request arrived (%1).</source>
        <translation>Jemand anders hat sie fortgesetzt, bevor Ihre Anforderung ankam (%1).</translation>
    </message>
    <message>
        <source>Somebody else stopped it before your request arrived (%1).</source>
        <translation>Jemand anders hat sie gestoppt, bevor Ihre Anforderung ankam (%1).</translation>
    </message>
    <message>
        <source>Calls could not be swapped</source>
        <translation>Gespräche konnten nicht getauscht werden</translation>
    </message>
    <message>
        <source>%1 could not be dropped</source>
        <comment>a number</comment>
        <translation>%1 konnte nicht entfernt werden</translation>
    </message>
    <message>
        <source>Call could not be redirected to %1</source>
        <comment>a number</comment>
        <translation>Anruf konnte nicht an %1 umgeleitet werden</translation>
    </message>
    <message>
        <source>Call could not be redirected</source>
        <translation>Anruf konnte nicht umgeleitet werden</translation>
    </message>
    <message>
        <source>Call could not be rejected</source>
        <translation>Anruf konnte nicht abgelehnt werden</translation>
    </message>
    <message>
        <source>%1 could not be called</source>
        <comment>a number</comment>
        <translation>%1 konnte nicht angerufen werden</translation>
    </message>
    <message>
        <source>Drop %1</source>
        <comment>a number</comment>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Redirect to %1</source>
        <comment>a number</comment>
        <translation>Umleiten an %1</translation>
    </message>
    <message>
        <source>Call to %1</source>
        <comment>a number</comment>
        <translation>Anruf bei %1</translation>
    </message>
    <message>
        <source>Party: %1</source>
        <translation>Teilnehmer: %1</translation>
    </message>
    <message>
        <source>The tray of your desktop has gone</source>
        <translation>Der Infobereich Ihres Desktops ist verschwunden</translation>
    </message>
    <message>
        <source>“%1” has no key in other programs</source>
        <comment>what a key does</comment>
        <translation>„%1“ hat in anderen Programmen keine Taste</translation>
    </message>
    <message>
        <source>Tallylight was to be seen there alone, so its bar has come up.</source>
        <translation>Tallylight war nur dort zu sehen; deshalb erscheint die Leiste.</translation>
    </message>
    <message>
        <source>Tallylight did not end properly while a recording was paused</source>
        <translation>Tallylight wurde nicht ordentlich beendet, während eine Aufzeichnung pausiert war</translation>
    </message>
    <message>
        <source>Tallylight did not end properly while calls were being recorded, some of them paused</source>
        <translation>Tallylight wurde nicht ordentlich beendet, während Anrufe aufgezeichnet wurden, manche davon pausiert</translation>
    </message>
    <message>
        <source>Tallylight was ended while a recording was paused</source>
        <translation>Tallylight wurde beendet, während eine Aufzeichnung pausiert war</translation>
    </message>
    <message>
        <source>Tallylight was ended while calls were being recorded, some of them paused</source>
        <translation>Tallylight wurde beendet, während Anrufe aufgezeichnet wurden, manche davon pausiert</translation>
    </message>
</context>
<context>
    <name>presentation::Trace</name>
    <message>
        <source>%1: %2, %3</source>
        <comment>user data: 11 pairs, 304 bytes</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n Paar</numerusform>
            <numerusform>%n Paare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>recording: on</source>
        <translation>Aufzeichnung: an</translation>
    </message>
    <message>
        <source>recording: off</source>
        <translation>Aufzeichnung: aus</translation>
    </message>
    <message>
        <source>recording: paused</source>
        <translation>Aufzeichnung: pausiert</translation>
    </message>
    <message>
        <source>recording: a word that is not understood</source>
        <translation>Aufzeichnung: unverständliches Wort</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>request no. %1</source>
        <translation>Anforderung Nr. %1</translation>
    </message>
    <message>
        <source>user data</source>
        <translation>Benutzerdaten</translation>
    </message>
    <message>
        <source>extensions</source>
        <translation>Erweiterungen</translation>
    </message>
    <message>
        <source>reasons</source>
        <translation>Gründe</translation>
    </message>
</context>
<context>
    <name>presentation::TraceModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nummern</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>presentation::UrgentLook</name>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>recording state, party, how far the call has got</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more call(s)</source>
        <translation>
            <numerusform>%Ln weiterer Anruf</numerusform>
            <numerusform>%Ln weitere Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>No call · %1</source>
        <comment>state of the agent or the connection</comment>
        <translation>Kein Anruf · %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more not certain</source>
        <translation>
            <numerusform>%Ln weiterer nicht sicher</numerusform>
            <numerusform>%Ln weitere nicht sicher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more recording</source>
        <translation>
            <numerusform>%Ln weiterer wird aufgezeichnet</numerusform>
            <numerusform>%Ln weitere werden aufgezeichnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more paused</source>
        <translation>
            <numerusform>%Ln weiterer pausiert</numerusform>
            <numerusform>%Ln weitere pausiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more not known</source>
        <translation>
            <numerusform>%Ln weiterer unbekannt</numerusform>
            <numerusform>%Ln weitere unbekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more ring(s)</source>
        <translation>
            <numerusform>%Ln weiterer klingelt</numerusform>
            <numerusform>%Ln weitere klingeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Klingelt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>3 more calls, what they are</comment>
        <translation>%1 · %2</translation>
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
    <name>widgets::AboutDialog</name>
    <message>
        <source>About Tallylight</source>
        <translation>Über Tallylight</translation>
    </message>
    <message>
        <source>What is inside and loaded</source>
        <translation>Was darin ist und geladen wurde</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Tallylight %1</source>
        <comment>a version</comment>
        <translation>Tallylight %1</translation>
    </message>
    <message>
        <source>The recording light on a contact-centre desktop: it shows whether a call is being recorded.</source>
        <translation>Das Aufzeichnungslicht am Arbeitsplatz im Kundenkontakt: Es zeigt, ob ein Anruf aufgezeichnet wird.</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0, without warranty of any kind.</source>
        <translation>Freie Software unter der Apache-Lizenz 2.0, ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
</context>
<context>
    <name>widgets::AdvancedPage</name>
    <message>
        <source>Who is who</source>
        <translation>Wer wer ist</translation>
    </message>
    <message>
        <source>Client cer&amp;tificate</source>
        <translation>Client-Zer&amp;tifikat</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Browse: Client certificate</source>
        <translation>Durchsuchen: Client-Zertifikat</translation>
    </message>
    <message>
        <source>&amp;Key of the certificate</source>
        <translation>S&amp;chlüssel des Zertifikats</translation>
    </message>
    <message>
        <source>In the certificate&apos;s file</source>
        <translation>In der Datei des Zertifikats</translation>
    </message>
    <message>
        <source>Key of the client certificate</source>
        <translation>Schlüssel des Client-Zertifikats</translation>
    </message>
    <message>
        <source>Browse: Key of the client certificate</source>
        <translation>Durchsuchen: Schlüssel des Client-Zertifikats</translation>
    </message>
    <message>
        <source>Key p&amp;ins</source>
        <translation>Schlüssel-P&amp;ins</translation>
    </message>
    <message>
        <source>Any key that is certified</source>
        <translation>Jeder zertifizierte Schlüssel</translation>
    </message>
    <message>
        <source>Key pins of the servers</source>
        <translation>Schlüssel-Pins der Server</translation>
    </message>
    <message>
        <source>Signs of life (ADDP)</source>
        <translation>Lebenszeichen (ADDP)</translation>
    </message>
    <message>
        <source>Ask th&amp;e server every</source>
        <translation>Den S&amp;erver fragen alle</translation>
    </message>
    <message>
        <source>Seconds between signs of life that this desktop asks for</source>
        <translation>Sekunden zwischen Lebenszeichen, nach denen dieser Rechner fragt</translation>
    </message>
    <message>
        <source>s of its silence (0: never)</source>
        <translation>s seines Schweigens (0: nie)</translation>
    </message>
    <message>
        <source>The se&amp;rver asks every</source>
        <translation>Der Se&amp;rver fragt alle</translation>
    </message>
    <message>
        <source>Seconds between signs of life that the server asks for</source>
        <translation>Sekunden zwischen Lebenszeichen, nach denen der Server fragt</translation>
    </message>
    <message>
        <source>s of our silence (0: never)</source>
        <translation>s unseres Schweigens (0: nie)</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation>PEM-Dateien (*.pem *.crt *.cer *.key);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>&amp;Erweitert</translation>
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
        <source>Log out?</source>
        <translation>Abmelden?</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Stay logged in</source>
        <translation>Angemeldet bleiben</translation>
    </message>
    <message>
        <source>Log out all the same?</source>
        <translation>Trotzdem abmelden?</translation>
    </message>
</context>
<context>
    <name>widgets::AgentHeader</name>
    <message>
        <source>What is being done about the connection</source>
        <translation>Was für die Verbindung getan wird</translation>
    </message>
    <message>
        <source>You and the connection</source>
        <translation>Sie und die Verbindung</translation>
    </message>
    <message>
        <source>No DN</source>
        <translation>Keine DN</translation>
    </message>
    <message>
        <source>DN and agent</source>
        <translation>DN und Agent</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>state of the agent, how long</comment>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>State of the agent</source>
        <translation>Zustand des Agenten</translation>
    </message>
</context>
<context>
    <name>widgets::Assistant</name>
    <message>
        <source>Set up Tallylight</source>
        <translation>Tallylight einrichten</translation>
    </message>
    <message>
        <source>Where are your calls?</source>
        <translation>Wo sind Ihre Anrufe?</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Practise without a server</source>
        <translation>Ohne Server üben</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Cancel &amp;test</source>
        <translation>&amp;Prüfung abbrechen</translation>
    </message>
    <message>
        <source>The settings were not saved. %1</source>
        <comment>reason</comment>
        <translation>Die Einstellungen wurden nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Your administrator can give you these. Test tries them and saves nothing; Start saves them and connects.</source>
        <translation>Ihr Administrator kann sie Ihnen nennen. „Prüfen“ probiert sie und speichert nichts; „Starten“ speichert sie und verbindet.</translation>
    </message>
    <message>
        <source>Only for this s&amp;ession</source>
        <translation>Nur für diese S&amp;itzung</translation>
    </message>
    <message>
        <source>Discard what you have entered?</source>
        <translation>Eingaben verwerfen?</translation>
    </message>
    <message>
        <source>Nothing of it has been saved.</source>
        <translation>Davon ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
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
    <message>
        <source>No file known</source>
        <translation>Keine Datei bekannt</translation>
    </message>
    <message>
        <source>Less</source>
        <comment>shows a call as a row again</comment>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Show this call as a row again</source>
        <translation>Diesen Anruf wieder als Zeile zeigen</translation>
    </message>
    <message>
        <source>Re&amp;lease colleague</source>
        <comment>the one who is consulted</comment>
        <translation>Kolle&amp;gen trennen</translation>
    </message>
    <message>
        <source>Data</source>
        <comment>what the call is about</comment>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Show all data of this call</source>
        <translation>Alle Daten dieses Anrufs zeigen</translation>
    </message>
    <message>
        <source>Data of this call</source>
        <translation>Daten dieses Anrufs</translation>
    </message>
    <message>
        <source>Data of the call with %1</source>
        <translation>Daten des Anrufs mit %1</translation>
    </message>
    <message>
        <source>The recording resumes by itself soon</source>
        <translation>Die Aufzeichnung läuft bald von selbst weiter</translation>
    </message>
</context>
<context>
    <name>widgets::CallDialog</name>
    <message>
        <source>Call a number</source>
        <translation>Eine Nummer anrufen</translation>
    </message>
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
        <source>&amp;Call</source>
        <translation>&amp;Anrufen</translation>
    </message>
    <message>
        <source>From your DN %1.</source>
        <translation>Von Ihrer DN %1.</translation>
    </message>
</context>
<context>
    <name>widgets::CallExport</name>
    <message>
        <source>The calls were not written to %1: %2.</source>
        <translation>Die Anrufe wurden nicht nach %1 geschrieben: %2.</translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <translation>Tabelle für Tabellenprogramme (*.csv)</translation>
    </message>
    <message>
        <source>JSON, one line for each call (*.jsonl)</source>
        <translation>JSON, eine Zeile je Anruf (*.jsonl)</translation>
    </message>
    <message>
        <source>Export the calls that are shown</source>
        <translation>Gezeigte Anrufe exportieren</translation>
    </message>
    <message>
        <source>The calls were not exported</source>
        <translation>Die Anrufe wurden nicht exportiert</translation>
    </message>
</context>
<context>
    <name>widgets::CallPanel</name>
    <message numerus="yes">
        <source>%Ln more call(s) than can be shown</source>
        <translation>
            <numerusform>%Ln Anruf mehr, als angezeigt werden kann</numerusform>
            <numerusform>%Ln Anrufe mehr, als angezeigt werden können</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
</context>
<context>
    <name>widgets::CallRow</name>
    <message>
        <source>Show all of this call</source>
        <translation>Alles zu diesem Anruf zeigen</translation>
    </message>
    <message>
        <source>Show the call with %1</source>
        <translation>Den Anruf mit %1 zeigen</translation>
    </message>
    <message>
        <source>The call in short</source>
        <translation>Der Anruf in Kürze</translation>
    </message>
</context>
<context>
    <name>widgets::CompactBar</name>
    <message>
        <source>Other calls, and more</source>
        <translation>Weitere Anrufe und mehr</translation>
    </message>
    <message>
        <source>A&amp;gain</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Tallylight – compact bar</source>
        <translation>Tallylight – Kompaktleiste</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>party, how the call is</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No call · %1</source>
        <comment>state of the agent or the connection</comment>
        <translation>Kein Anruf · %1</translation>
    </message>
    <message>
        <source>There is no call.</source>
        <translation>Es gibt keinen Anruf.</translation>
    </message>
    <message numerus="yes">
        <source>(%Ln more)</source>
        <comment>messages</comment>
        <translation>
            <numerusform>(%Ln weitere)</numerusform>
            <numerusform>(%Ln weitere)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more call(s)</source>
        <translation>
            <numerusform>%Ln weiterer Anruf</numerusform>
            <numerusform>%Ln weitere Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Open the window</source>
        <translation>Fenster ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Say what is recorded</source>
        <translation>&amp;Sagen, was aufgezeichnet wird</translation>
    </message>
    <message>
        <source>&amp;Hide this bar</source>
        <translation>Leiste &amp;verbergen</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>recording state, party, how far the call has got</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what could not be done, why</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>widgets::ConnectionDialog</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>The connection in detail</source>
        <translation>Die Verbindung im Einzelnen</translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <translation>Jetzt &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Connect without waiting any longer.</source>
        <translation>Verbinden, ohne noch länger zu warten.</translation>
    </message>
    <message>
        <source>No server is given.</source>
        <translation>Es ist kein Server angegeben.</translation>
    </message>
    <message>
        <source>The connection stands, or is being made.</source>
        <translation>Die Verbindung steht oder wird gerade hergestellt.</translation>
    </message>
</context>
<context>
    <name>widgets::ConnectionPage</name>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Tries what stands here, with a connection of its own. No call is touched.</source>
        <translation>Prüft, was hier steht, mit einer eigenen Verbindung. Kein Anruf wird berührt.</translation>
    </message>
    <message>
        <source>Cancel &amp;test</source>
        <translation>&amp;Prüfung abbrechen</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>&amp;Verbindung</translation>
    </message>
</context>
<context>
    <name>widgets::ConnectionStatus</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>The connection in detail</source>
        <translation>Die Verbindung im Einzelnen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>widgets::DamageDialog</name>
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
    <message>
        <source>No place of this log is damaged</source>
        <translation>Keine Stelle dieses Logs ist beschädigt</translation>
    </message>
    <message>
        <source>What was read of the log</source>
        <translation>Was vom Log gelesen wurde</translation>
    </message>
</context>
<context>
    <name>widgets::DeskWindow</name>
    <message>
        <source>Close Tallylight?</source>
        <translation>Tallylight schließen?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Closing ends no recording: what is recorded goes on, but without its light.</source>
        <translation>Schließen beendet keine Aufzeichnung: Was aufgezeichnet wird, läuft weiter, aber ohne sein Licht.</translation>
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
    <name>widgets::DiagnosticsDialog</name>
    <message>
        <source>Diagnostic bundle</source>
        <translation>Diagnosepaket</translation>
    </message>
    <message>
        <source>Save a diagnostic bundle</source>
        <translation>Diagnosepaket speichern</translation>
    </message>
    <message>
        <source>What goes into the bundle</source>
        <translation>Was in das Paket kommt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus geworden ist</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>ZIP archive (*.zip)</source>
        <translation>ZIP-Archiv (*.zip)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>One file for whoever helps you. It is sent nowhere by itself. It holds no values of user data, no passwords and no card numbers, and only the last digits of telephone numbers. This is what goes in:</source>
        <translation>Eine Datei für alle, die Ihnen helfen. Von selbst wird sie nirgendwohin gesendet. Sie enthält keine Werte der Benutzerdaten, keine Kennwörter und keine Kartennummern, und von Telefonnummern nur die letzten Ziffern. Das kommt hinein:</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>widgets::EmptyState</name>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>&amp;Set up…</source>
        <translation>&amp;Einrichten …</translation>
    </message>
</context>
<context>
    <name>widgets::EndedCall</name>
    <message>
        <source>This call has ended.</source>
        <translation>Dieser Anruf ist beendet.</translation>
    </message>
</context>
<context>
    <name>widgets::ExportDialog</name>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Passwords are never exported. What you have typed and not saved is not exported either.</source>
        <translation>Passwörter werden nie exportiert, ebenso wenig, was Sie eingegeben und nicht gespeichert haben.</translation>
    </message>
    <message>
        <source>With &amp;DN, agent ID and queue of this seat</source>
        <translation>Mit &amp;DN, Agenten-ID und Warteschlange dieses Platzes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Settings (*.ini);;All files (*)</source>
        <translation>Einstellungen (*.ini);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>widgets::Help</name>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>Policy of the administrator</source>
        <translation>Vorgaben der Administration</translation>
    </message>
    <message>
        <source>Settings of this person</source>
        <translation>Einstellungen dieser Person</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Socket of the automation</source>
        <translation>Socket der Automation</translation>
    </message>
    <message>
        <source>Diagnostic bundles, as offered</source>
        <translation>Diagnosepakete, wie vorgeschlagen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>widgets::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>Die Seite davor</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>The page that you came back from</source>
        <translation>Die Seite, von der Sie zurückgekommen sind</translation>
    </message>
    <message>
        <source>Search all pages</source>
        <translation>Alle Seiten durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies what is chosen on the page, or all of it.</source>
        <translation>Kopiert das auf der Seite Ausgewählte, sonst alles.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>Vo&amp;riges</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nächstes</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <comment>title of a page</comment>
        <translation>Hilfe: %1</translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <comment>title of a page, hits on it</comment>
        <translation>%1 (%L2)</translation>
    </message>
    <message>
        <source>Not found on any page.</source>
        <translation>Auf keiner Seite gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) on one page.</source>
        <translation>
            <numerusform>%Ln Mal auf einer Seite.</numerusform>
            <numerusform>%Ln Mal auf einer Seite.</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 times on %L2 pages.</source>
        <translation>%L1 Mal auf %L2 Seiten.</translation>
    </message>
</context>
<context>
    <name>widgets::KeysPage</name>
    <message>
        <source>In Tallylight&apos;s windows</source>
        <translation>In den Fenstern von Tallylight</translation>
    </message>
    <message>
        <source>In every program</source>
        <translation>In jedem Programm</translation>
    </message>
    <message>
        <source>These keys are taken from all other programs while Tallylight runs.</source>
        <translation>Diese Tasten sind allen anderen Programmen genommen, solange Tallylight läuft.</translation>
    </message>
    <message>
        <source>%1 cannot be the key of a command.</source>
        <translation>%1 kann keine Taste für einen Befehl sein.</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no key</comment>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>widgets::LanguageBox</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>widgets::LookPage</name>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>As th&amp;e system</source>
        <translation>Wi&amp;e das System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Spra&amp;che</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Look and language</source>
        <translation>Aussehen und &amp;Sprache</translation>
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
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>The calls of this shift</source>
        <translation>Die Anrufe dieser Schicht</translation>
    </message>
</context>
<context>
    <name>widgets::MessageWindow</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Find call, number, any text</source>
        <translation>Anruf, Nummer, beliebiger Text</translation>
    </message>
    <message>
        <source>Show only messages with these words</source>
        <translation>Nur Meldungen mit diesen Wörtern zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the chosen messages, a line for each.</source>
        <translation>Kopiert die gewählten Meldungen, je eine Zeile.</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Einzelheiten</translation>
    </message>
    <message>
        <source>Shows all of the chosen message.</source>
        <translation>Zeigt alles zur gewählten Meldung.</translation>
    </message>
    <message>
        <source>Messages of this session</source>
        <translation>Meldungen dieser Sitzung</translation>
    </message>
    <message>
        <source>Messages in short</source>
        <translation>Meldungen in Kürze</translation>
    </message>
    <message>
        <source>Kept until Tallylight ends.</source>
        <translation>Bleiben, bis Tallylight endet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Meldung</numerusform>
            <numerusform>%Ln Meldungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln gezeigt</numerusform>
            <numerusform>%Ln gezeigt</numerusform>
        </translation>
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
    <name>widgets::Notice</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Tallylight</source>
        <translation>Tallylight</translation>
    </message>
</context>
<context>
    <name>widgets::OpenButton</name>
    <message>
        <source>&amp;Files…</source>
        <translation>&amp;Dateien …</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>&amp;Ordner …</translation>
    </message>
    <message>
        <source>Open logs</source>
        <translation>Logs öffnen</translation>
    </message>
    <message>
        <source>Open a folder of logs</source>
        <translation>Einen Ordner mit Logs öffnen</translation>
    </message>
</context>
<context>
    <name>widgets::PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>&amp;Keep it in the keychain</source>
        <translation>Im &amp;Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
</context>
<context>
    <name>widgets::PersonFields</name>
    <message>
        <source>Your DN</source>
        <translation>Ihre DN</translation>
    </message>
    <message>
        <source>Agent ID, queue</source>
        <translation>Agenten-ID, Warteschlange</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>Agenten-ID</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>You are</source>
        <translation>Sie sind</translation>
    </message>
    <message>
        <source>an agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>a supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Give your DN, the number of your telephone.</source>
        <translation>Geben Sie Ihre DN an, die Nummer Ihres Telefons.</translation>
    </message>
</context>
<context>
    <name>widgets::PlayBar</name>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Position in the log, in seconds</source>
        <translation>Stelle im Log, in Sekunden</translation>
    </message>
    <message>
        <source>Time in the log</source>
        <translation>Zeit im Log</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>A log that grows is shown as it is written.</source>
        <translation>Ein Log, das wächst, wird gezeigt, wie es geschrieben wird.</translation>
    </message>
    <message>
        <source>How many seconds of the log pass in one second.</source>
        <translation>Wie viele Sekunden des Logs in einer Sekunde vergehen.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>The log goes on from here.</source>
        <translation>Das Log läuft von hier weiter.</translation>
    </message>
    <message>
        <source>The log stands still here.</source>
        <translation>Das Log bleibt hier stehen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>widgets::PracticePanel</name>
    <message>
        <source>Practice – no real calls</source>
        <translation>Übung – keine echten Anrufe</translation>
    </message>
    <message>
        <source>Practice: the server and everybody who calls are invented. Do in the other window whatever you like, at any time.</source>
        <translation>Übung: Der Server und alle, die anrufen, sind erfunden. Tun Sie im anderen Fenster jederzeit, was Sie wollen.</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Was als Nächstes kommt</translation>
    </message>
    <message>
        <source>What is pressed for you</source>
        <translation>Was für Sie gedrückt wird</translation>
    </message>
    <message>
        <source>&amp;Forbid</source>
        <translation>&amp;Verbieten</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Hal&amp;t</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Let something happen</source>
        <translation>Etwas geschehen lassen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number, what it means</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>½</source>
        <translation>½</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>10</source>
        <translation>10</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <comment>½, 1, 2 or 10 times</comment>
        <translation>Tempo %1</translation>
    </message>
    <message>
        <source>The practice begins. Nothing has happened yet.</source>
        <translation>Die Übung beginnt. Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Next: the day begins anew.</source>
        <translation>Danach beginnt der Tag von vorn.</translation>
    </message>
    <message numerus="yes">
        <source>Next, in %Ln second(s): %1</source>
        <comment>a sentence</comment>
        <translation>
            <numerusform>Danach, in %Ln Sekunde: %1</numerusform>
            <numerusform>Danach, in %Ln Sekunden: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Halted. Next: %1</source>
        <comment>a sentence</comment>
        <translation>Angehalten. Danach: %1</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>Wei&amp;ter</translation>
    </message>
    <message>
        <source>Before anything is pressed for you it is said here.</source>
        <translation>Bevor etwas für Sie gedrückt wird, steht es hier.</translation>
    </message>
</context>
<context>
    <name>widgets::PresencePage</name>
    <message>
        <source>Opens as</source>
        <translation>Öffnet als</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>Compact &amp;bar above all programs</source>
        <translation>Kompakt&amp;leiste über allen Programmen</translation>
    </message>
    <message>
        <source>Icon in the &amp;tray</source>
        <translation>&amp;Symbol im Infobereich</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Ends Tallylight</source>
        <translation>&amp;beendet Tallylight</translation>
    </message>
    <message>
        <source>&amp;Keeps it in the tray</source>
        <translation>be&amp;hält es im Infobereich</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Infobereich</translation>
    </message>
    <message>
        <source>Show the &amp;light in the tray</source>
        <translation>Das Li&amp;cht im Infobereich zeigen</translation>
    </message>
    <message>
        <source>While no window is in front, tell</source>
        <translation>Solange kein Fenster vorn ist, melden:</translation>
    </message>
    <message>
        <source>calls that &amp;ring</source>
        <translation>Anrufe, die &amp;klingeln</translation>
    </message>
    <message>
        <source>what could &amp;not be done</source>
        <translation>was nicht ge&amp;lungen ist</translation>
    </message>
    <message>
        <source>that it is not &amp;certain what is recorded</source>
        <translation>dass &amp;unsicher ist, was aufgezeichnet wird</translation>
    </message>
    <message>
        <source>that a recording stays &amp;paused</source>
        <translation>dass eine Aufzeichnung &amp;pausiert bleibt</translation>
    </message>
    <message>
        <source>with the other party&apos;s &amp;number</source>
        <translation>mit der &amp;Nummer der Gegenseite</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>&amp;Speak when the state is asked for by key</source>
        <translation>&amp;Sprechen, wenn der Zustand mit der Taste erfragt wird</translation>
    </message>
    <message>
        <source>&amp;Notifications and tray</source>
        <translation>&amp;Meldungen und Infobereich</translation>
    </message>
    <message>
        <source>The tray shows no light: the window opens.</source>
        <translation>Im Infobereich steht kein Licht: Es öffnet sich das Fenster.</translation>
    </message>
    <message>
        <source>The tray shows no light: closing the window ends Tallylight.</source>
        <translation>Im Infobereich steht kein Licht: Schließen beendet Tallylight.</translation>
    </message>
</context>
<context>
    <name>widgets::PrivacyPage</name>
    <message>
        <source>Keep the &amp;journal for</source>
        <translation>&amp;Journal aufbewahren</translation>
    </message>
    <message>
        <source>Days that the journal is kept</source>
        <translation>Tage, die das Journal aufbewahrt wird</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>What is kept on this computer</source>
        <translation>Was auf diesem Rechner aufbewahrt wird</translation>
    </message>
    <message>
        <source>The journal: which recordings were seen to begin, pause and end, and who asked for it. It holds no numbers of callers and none of the data that calls carry.</source>
        <translation>Das Journal: welche Aufnahmen begannen, pausierten und endeten und wer darum bat. Es enthält keine Nummern von Anrufern und keine Daten, die Anrufe mitbringen.</translation>
    </message>
    <message>
        <source>The log: what the program did, with numbers masked; five files of 1 MB.</source>
        <translation>Das Protokoll: was das Programm tat, mit maskierten Nummern; fünf Dateien zu 1 MB.</translation>
    </message>
    <message>
        <source>The settings, without passwords. A password is kept only in the keychain of this computer, and only if you say so.</source>
        <translation>Die Einstellungen, ohne Passwörter. Ein Passwort wird nur im Schlüsselbund dieses Rechners aufbewahrt, und nur auf Ihren Wunsch.</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>Was diesen Rechner verlässt</translation>
    </message>
    <message>
        <source>What you ask of SIP Server goes to SIP Server, and nowhere else. Nothing is reported to anybody, and nothing is looked for on the Internet.</source>
        <translation>Was Sie von SIP Server verlangen, geht an SIP Server und nirgendwohin sonst. Niemandem wird etwas gemeldet, und im Internet wird nichts gesucht.</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Privacy</source>
        <translation>&amp;Datenschutz</translation>
    </message>
</context>
<context>
    <name>widgets::ProgramButton</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu (%1)</source>
        <comment>a key</comment>
        <translation>Menü (%1)</translation>
    </message>
</context>
<context>
    <name>widgets::ProgramMenu</name>
    <message>
        <source>&amp;Call…</source>
        <translation>&amp;Anrufen …</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Heute</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Meldungen</translation>
    </message>
    <message>
        <source>Compact &amp;bar</source>
        <translation>&amp;Kompaktleiste</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Set &amp;up…</source>
        <translation>Ein&amp;richten …</translation>
    </message>
    <message>
        <source>Enter the &amp;password…</source>
        <translation>&amp;Passwort eingeben …</translation>
    </message>
    <message>
        <source>Message t&amp;race</source>
        <translation>&amp;Nachrichten-Trace</translation>
    </message>
    <message>
        <source>Save &amp;diagnostic bundle…</source>
        <translation>&amp;Diagnosepaket speichern …</translation>
    </message>
    <message>
        <source>Practice pane&amp;l</source>
        <translation>Übun&amp;gsfenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>H&amp;ilfe</translation>
    </message>
    <message>
        <source>&amp;About Tallylight</source>
        <translation>Über &amp;Tallylight</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Co&amp;nnection…</source>
        <translation>&amp;Verbindung …</translation>
    </message>
</context>
<context>
    <name>widgets::ReasonDialog</name>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>Why are you not ready?</source>
        <translation>Warum sind Sie nicht bereit?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Not ready</source>
        <translation>&amp;Nicht bereit</translation>
    </message>
</context>
<context>
    <name>widgets::ReconnectQuestion</name>
    <message>
        <source>Connect anew?</source>
        <translation>Neu verbinden?</translation>
    </message>
    <message>
        <source>That goes on; but until the server has answered, every light says “not certain”, and nothing can be sent.</source>
        <translation>Das geht weiter; aber bis der Server geantwortet hat, sagt jedes Licht „nicht sicher“, und nichts kann gesendet werden.</translation>
    </message>
    <message>
        <source>Connect anew</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
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
        <translation>Aufzeichnung stoppen, fragt zuerst</translation>
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
        <source>Copy n&amp;umber</source>
        <translation>&amp;Nummer kopieren</translation>
    </message>
    <message>
        <source>%1…</source>
        <comment>an action that asks for more</comment>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>With &amp;options</source>
        <translation>Mit &amp;Optionen</translation>
    </message>
    <message>
        <source>Drop from the con&amp;ference</source>
        <translation>Aus der Kon&amp;ferenz nehmen</translation>
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
        <translation>Mit Optionen stoppen</translation>
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
    <name>widgets::RecordingPage</name>
    <message>
        <source>What calls say of their recording</source>
        <translation>Was Anrufe über ihre Aufnahme sagen</translation>
    </message>
    <message>
        <source>Key of the &amp;state</source>
        <translation>Schlüssel des &amp;Zustands</translation>
    </message>
    <message>
        <source>Key of the state</source>
        <translation>Schlüssel des Zustands</translation>
    </message>
    <message>
        <source>Key of the &amp;file</source>
        <translation>Schlüssel der &amp;Datei</translation>
    </message>
    <message>
        <source>Key of the file</source>
        <translation>Schlüssel der Datei</translation>
    </message>
    <message>
        <source>Word for &amp;recording</source>
        <translation>Wort für &amp;Aufnahme</translation>
    </message>
    <message>
        <source>Word for recording</source>
        <translation>Wort für Aufnahme</translation>
    </message>
    <message>
        <source>Word for &amp;paused</source>
        <translation>Wort für &amp;Pause</translation>
    </message>
    <message>
        <source>Word for paused</source>
        <translation>Wort für Pause</translation>
    </message>
    <message>
        <source>Word for &amp;not recording</source>
        <translation>Wort für &amp;keine Aufnahme</translation>
    </message>
    <message>
        <source>Word for not recording</source>
        <translation>Wort für keine Aufnahme</translation>
    </message>
    <message>
        <source>Numbers of the recording services</source>
        <translation>Nummern der Aufnahmedienste</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start: number of the service</source>
        <translation>Start: Nummer des Dienstes</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause: number of the service</source>
        <translation>Pause: Nummer des Dienstes</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume: number of the service</source>
        <translation>Fortsetzen: Nummer des Dienstes</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop: number of the service</source>
        <translation>Stopp: Nummer des Dienstes</translation>
    </message>
    <message>
        <source>When something is asked for</source>
        <translation>Wenn um etwas gebeten wird</translation>
    </message>
    <message>
        <source>&amp;Wait for an answer</source>
        <translation>Auf Ant&amp;wort warten</translation>
    </message>
    <message>
        <source>Seconds to wait for an answer</source>
        <translation>Sekunden, die auf eine Antwort gewartet wird</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>At a &amp;transfer</source>
        <translation>Bei einer &amp;Weitergabe</translation>
    </message>
    <message>
        <source>What becomes of your recording at a transfer</source>
        <translation>Was bei einer Weitergabe aus Ihrer Aufnahme wird</translation>
    </message>
    <message>
        <source>your recording ends</source>
        <translation>endet Ihre Aufnahme</translation>
    </message>
    <message>
        <source>your recording goes on</source>
        <translation>geht Ihre Aufnahme weiter</translation>
    </message>
    <message>
        <source>&amp;Recording</source>
        <translation>&amp;Aufnahme</translation>
    </message>
    <message>
        <source>Pause guard</source>
        <translation>Pausenwächter</translation>
    </message>
    <message>
        <source>&amp;Longest pause</source>
        <translation>&amp;Längste Pause</translation>
    </message>
    <message>
        <source>Seconds that a recording may be paused</source>
        <translation>Sekunden, die eine Aufnahme pausieren darf</translation>
    </message>
    <message>
        <source>s (0: no reminders)</source>
        <translation>s (0: keine Erinnerungen)</translation>
    </message>
    <message>
        <source>For some &amp;calls</source>
        <translation>Für &amp;einzelne</translation>
    </message>
    <message>
        <source>Longest pauses of some DNs and queues</source>
        <translation>Längste Pausen einzelner DNs und Warteschlangen</translation>
    </message>
</context>
<context>
    <name>widgets::ReplayWindow</name>
    <message>
        <source>The log that is replayed</source>
        <translation>Das Log, das wiedergegeben wird</translation>
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
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Opens other logs in this window.</source>
        <translation>Öffnet andere Logs in diesem Fenster.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Writes the calls that are shown to a file.</source>
        <translation>Schreibt die gezeigten Anrufe in eine Datei.</translation>
    </message>
    <message>
        <source>Find party, ConnID or file</source>
        <translation>Teilnehmer, ConnID oder Datei suchen</translation>
    </message>
    <message>
        <source>What the replay does</source>
        <translation>Was die Wiedergabe tut</translation>
    </message>
    <message>
        <source>Which places of the log are damaged, and what else has to be known.</source>
        <translation>Welche Stellen des Logs beschädigt sind, und was man sonst wissen muss.</translation>
    </message>
    <message>
        <source>What was exported</source>
        <translation>Was exportiert wurde</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more file(s)</source>
        <translation>
            <numerusform>%1 und %Ln weitere Datei</numerusform>
            <numerusform>%1 und %Ln weitere Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>No log is open</source>
        <translation>Kein Log ist geöffnet</translation>
    </message>
    <message>
        <source>Reading: %1 %</source>
        <translation>Wird gelesen: %1 %</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Waiting for more</source>
        <translation>Wartet auf mehr</translation>
    </message>
    <message>
        <source>End of the log</source>
        <translation>Ende des Logs</translation>
    </message>
    <message>
        <source>Cannot be read on</source>
        <translation>Kann nicht weitergelesen werden</translation>
    </message>
    <message>
        <source>No call found</source>
        <translation>Kein Anruf gefunden</translation>
    </message>
    <message>
        <source>No party, ConnID or file of a call is like that.</source>
        <translation>Kein Teilnehmer, keine ConnID und keine Datei eines Anrufs ist so.</translation>
    </message>
    <message>
        <source>Open one, or drop it here.</source>
        <translation>Öffnen Sie eines, oder ziehen Sie es hierher.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln gezeigt</numerusform>
            <numerusform>%Ln gezeigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln remark(s)</source>
        <translation>
            <numerusform>%Ln Hinweis</numerusform>
            <numerusform>%Ln Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>Replay of a log</source>
        <translation>Wiedergabe eines Protokolls</translation>
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
    <name>widgets::ServerFields</name>
    <message>
        <source>SIP Server</source>
        <translation>SIP Server</translation>
    </message>
    <message>
        <source>sip-server.example</source>
        <translation>sip-server.example</translation>
    </message>
    <message>
        <source>SIP Server, name or address</source>
        <translation>SIP Server, Name oder Adresse</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port of SIP Server</source>
        <translation>Port von SIP Server</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Backup server, name or address</source>
        <translation>Backup-Server, Name oder Adresse</translation>
    </message>
    <message>
        <source>Port of the backup server</source>
        <translation>Port des Backup-Servers</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>TLS, authorities of this computer</source>
        <translation>TLS, Stellen dieses Rechners</translation>
    </message>
    <message>
        <source>TLS, authorities from a file</source>
        <translation>TLS, Stellen aus einer Datei</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Stellen (CA)</translation>
    </message>
    <message>
        <source>File of the authorities</source>
        <translation>Datei der Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Browse: file of the authorities</source>
        <translation>Durchsuchen: Datei der Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Give the file, or choose the authorities of this computer.</source>
        <translation>Geben Sie die Datei an, oder wählen Sie die Zertifizierungsstellen dieses Rechners.</translation>
    </message>
    <message>
        <source>Give the name or address of SIP Server, and its port.</source>
        <translation>Geben Sie Name oder Adresse von SIP Server und den Port an.</translation>
    </message>
    <message>
        <source>Others on the network can read the calls&apos; data, and no server can prove who it is.</source>
        <translation>Andere im Netz können die Daten der Anrufe lesen, und kein Server kann beweisen, wer er ist.</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer);;All files (*)</source>
        <translation>PEM-Dateien (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>/etc/ssl/company-ca.pem</source>
        <translation>/etc/ssl/firmen-ca.pem</translation>
    </message>
</context>
<context>
    <name>widgets::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>The settings were not saved. %1</source>
        <comment>reason</comment>
        <translation>Die Einstellungen wurden nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Import, export</source>
        <translation>&amp;Import, Export</translation>
    </message>
    <message>
        <source>&amp;Import settings…</source>
        <translation>Einstellungen &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Export settings…</source>
        <translation>Einstellungen &amp;exportieren …</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Settings (*.ini);;All files (*)</source>
        <translation>Einstellungen (*.ini);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Nichts wurde importiert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Import these settings?</source>
        <translation>Diese Einstellungen importieren?</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <translation>Nichts wurde exportiert</translation>
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
    <name>widgets::SpokenText</name>
    <message>
        <source>Clear the field</source>
        <translation>Feld leeren</translation>
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
    <message>
        <source>Practice – no real calls</source>
        <translation>Übung – keine echten Anrufe</translation>
    </message>
</context>
<context>
    <name>widgets::TestResults</name>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Password of the server</source>
        <translation>Passwort des Servers</translation>
    </message>
    <message>
        <source>&amp;Keep it in the keychain</source>
        <translation>Im Schlüsselbund &amp;aufbewahren</translation>
    </message>
    <message>
        <source>Something was changed since the test: test again.</source>
        <translation>Seit der Prüfung wurde etwas geändert: Prüfen Sie erneut.</translation>
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
    <message>
        <source>Seen recording since %1</source>
        <translation>Aufzeichnung gesehen seit %1</translation>
    </message>
    <message>
        <source>Seen paused since %1</source>
        <translation>Pause gesehen seit %1</translation>
    </message>
    <message>
        <source>Seen not recording since %1</source>
        <translation>Keine Aufzeichnung gesehen seit %1</translation>
    </message>
    <message>
        <source>Seen recording from %1 to %2 (≥ %3)</source>
        <translation>Aufzeichnung gesehen von %1 bis %2 (≥ %3)</translation>
    </message>
    <message>
        <source>Seen paused from %1 to %2 (≥ %3)</source>
        <translation>Pause gesehen von %1 bis %2 (≥ %3)</translation>
    </message>
    <message>
        <source>Seen not recording from %1 to %2 (≥ %3)</source>
        <translation>Keine Aufzeichnung gesehen von %1 bis %2 (≥ %3)</translation>
    </message>
    <message>
        <source>Not seen before %1</source>
        <translation>Vor %1 nicht gesehen</translation>
    </message>
</context>
<context>
    <name>widgets::ToastArea</name>
    <message>
        <source>Show all messages</source>
        <translation>Alle Meldungen zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Meldung</numerusform>
            <numerusform>%Ln Meldungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
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
    <message>
        <source>You are at another DN now.</source>
        <translation>Sie sind jetzt an einer anderen DN.</translation>
    </message>
    <message>
        <source>Enter password</source>
        <translation>Passwort eingeben</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>What the server says, what holds now, and what to do</source>
        <translation>Was der Server sagt, was jetzt gilt und was zu tun ist</translation>
    </message>
</context>
<context>
    <name>widgets::TodayWindow</name>
    <message>
        <source>Calls of today</source>
        <translation>Anrufe von heute</translation>
    </message>
    <message>
        <source>Find number, file or call ID</source>
        <translation>Nummer, Datei oder Anruf-ID suchen</translation>
    </message>
    <message>
        <source>Show only calls with this text</source>
        <translation>Nur Anrufe mit diesem Text zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the chosen call as a line of text.</source>
        <translation>Kopiert den gewählten Anruf als Textzeile.</translation>
    </message>
    <message>
        <source>Calls of this shift</source>
        <translation>Anrufe dieser Schicht</translation>
    </message>
    <message>
        <source>Calls in short</source>
        <translation>Anrufe in Kürze</translation>
    </message>
    <message>
        <source>%1 · %2 recorded · %3, %4 in all</source>
        <comment>calls, time, pauses, time</comment>
        <translation>%1 · %2 aufgezeichnet · %3, zusammen %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln Anruf</numerusform>
            <numerusform>%Ln Anrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pause(s)</source>
        <translation>
            <numerusform>%Ln Pause</numerusform>
            <numerusform>%Ln Pausen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) of before this start stand without party and file: the journal keeps none.</source>
        <translation>
            <numerusform>%Ln Anruf von vor diesem Start steht ohne Gegenseite und Datei da: Das Journal bewahrt sie nicht auf.</numerusform>
            <numerusform>%Ln Anrufe von vor diesem Start stehen ohne Gegenseite und Datei da: Das Journal bewahrt sie nicht auf.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TraceWindow</name>
    <message>
        <source>Message trace</source>
        <translation>Nachrichten-Trace</translation>
    </message>
    <message>
        <source>Message, call, sent or received, any text</source>
        <translation>Nachricht, Anruf, gesendet oder empfangen, jeder Text</translation>
    </message>
    <message>
        <source>Show only messages with these words</source>
        <translation>Nur Nachrichten mit diesen Wörtern zeigen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Keeps what is shown; new messages wait.</source>
        <translation>Hält fest, was angezeigt wird; neue Nachrichten warten.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the chosen messages, a line for each.</source>
        <translation>Kopiert die ausgewählten Nachrichten, eine Zeile je Nachricht.</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Forgets all messages so far.</source>
        <translation>Vergisst alle bisherigen Nachrichten.</translation>
    </message>
    <message>
        <source>Messages to and from the server</source>
        <translation>Nachrichten zum und vom Server</translation>
    </message>
    <message>
        <source>Messages in short</source>
        <translation>Die Nachrichten in Kürze</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln angezeigt</numerusform>
            <numerusform>%Ln angezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>Values of user data are never kept, and only the last digits of numbers.</source>
        <translation>Werte der Benutzerdaten werden nie behalten, von Nummern nur die letzten Ziffern.</translation>
    </message>
</context>
<context>
    <name>widgets::TrayIcon</name>
    <message>
        <source>Show the &amp;window</source>
        <translation>&amp;Fenster zeigen</translation>
    </message>
    <message>
        <source>&amp;Compact bar</source>
        <translation>&amp;Kompaktleiste</translation>
    </message>
    <message>
        <source>&amp;Say what is recorded</source>
        <translation>&amp;Sagen, was aufgezeichnet wird</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>The call has ended.</source>
        <translation>Der Anruf ist beendet.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is done, to the call with whom</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>widgets::YouPage</name>
    <message>
        <source>What a supervisor sees</source>
        <translation>Was ein Supervisor sieht</translation>
    </message>
    <message>
        <source>&amp;DNs to watch</source>
        <translation>Beobachtete &amp;DNs</translation>
    </message>
    <message>
        <source>DNs to watch</source>
        <translation>Beobachtete DNs</translation>
    </message>
    <message>
        <source>From a &amp;file</source>
        <translation>Aus einer Da&amp;tei</translation>
    </message>
    <message>
        <source>File with DNs to watch</source>
        <translation>Datei mit beobachteten DNs</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Browse: file with DNs to watch</source>
        <translation>Durchsuchen: Datei mit beobachteten DNs</translation>
    </message>
    <message>
        <source>&amp;Routing points</source>
        <translation>&amp;Routing-Punkte</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Routing points</source>
        <translation>Routing-Punkte</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt);;All files (*)</source>
        <translation>Listen (*.csv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;You</source>
        <translation>S&amp;ie</translation>
    </message>
    <message>
        <source>/etc/tallylight/dns.csv</source>
        <translation>/etc/tallylight/dns.csv</translation>
    </message>
</context>
</TS>
