<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n backups</source>
        <translation>
            <numerusform>%n backup</numerusform>
            <numerusform>%n backups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edits</source>
        <translation>
            <numerusform>%n edit</numerusform>
            <numerusform>%n edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more, which stay</source>
        <translation>
            <numerusform>and %n more, which stays</numerusform>
            <numerusform>and %n more, which stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} (%n marks) becomes</source>
        <translation>
            <numerusform>{name} (%n mark) becomes</numerusform>
            <numerusform>{name} (%n marks) becomes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marks</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marks become one with another on the same words</source>
        <translation>
            <numerusform>%n mark becomes one with another on the same words</numerusform>
            <numerusform>%n marks become one with others on the same words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links follow</source>
        <translation>
            <numerusform>%n link follows</numerusform>
            <numerusform>%n links follow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links go</source>
        <translation>
            <numerusform>%n link goes</numerusform>
            <numerusform>%n links go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the register follow</source>
        <translation>
            <numerusform>%n entry of the register follows</numerusform>
            <numerusform>%n entries of the register follow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked already elsewhere: %n</source>
        <translation>
            <numerusform>%n place in other articles is marked already</numerusform>
            <numerusform>%n places in other articles are marked already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n articles</source>
        <translation>
            <numerusform>in %n article</numerusform>
            <numerusform>in %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked elsewhere meanwhile: %n. Nothing is marked yet; Enter marks the rest.</source>
        <translation>
            <numerusform>Another window marked %n of these places meanwhile. Nothing is marked yet; Enter marks the rest.</numerusform>
            <numerusform>Another window marked %n of these places meanwhile. Nothing is marked yet; Enter marks the rest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubts</source>
        <translation>
            <numerusform>%n doubt</numerusform>
            <numerusform>%n doubts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notices</source>
        <translation>
            <numerusform>%n notice</numerusform>
            <numerusform>%n notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Findings: %n</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported: %n rows</source>
        <translation>
            <numerusform>Exported: %n row</numerusform>
            <numerusform>Exported: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied: %n rows</source>
        <translation>
            <numerusform>Copied: %n row</numerusform>
            <numerusform>Copied: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hints</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more changes</source>
        <translation>
            <numerusform>and %n more change</numerusform>
            <numerusform>and %n more changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zones</source>
        <translation>
            <numerusform>%n zone</numerusform>
            <numerusform>%n zones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All files (%n)</source>
        <translation>
            <numerusform>All files (%n)</numerusform>
            <numerusform>All files (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here already</source>
        <translation>
            <numerusform>%n here already</numerusform>
            <numerusform>%n here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with marks</source>
        <translation>
            <numerusform>%n with marks</numerusform>
            <numerusform>%n with marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more lines</source>
        <translation>
            <numerusform>and %n more line</numerusform>
            <numerusform>and %n more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n actions</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the claims of the project for the first time: %n</source>
        <translation>
            <numerusform>Reading the claims of the project for the first time: %n</numerusform>
            <numerusform>Reading the claims of the project for the first time: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marks stay, since they are not wanted</source>
        <translation>
            <numerusform>%n mark stays, since it is not wanted</numerusform>
            <numerusform>%n marks stay, since they are not wanted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n losses</source>
        <translation>
            <numerusform>%n loss</numerusform>
            <numerusform>%n losses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first article takes %n bytes, which are no text.</source>
        <translation>
            <numerusform>The first article takes %n byte, which is no text.</numerusform>
            <numerusform>The first article takes %n bytes, which are no text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{one} and {other}: {exact} exact, {overlapping} overlapping (F1), %n articles</source>
        <translation>
            <numerusform>{one} and {other}: {exact} exact, {overlapping} overlapping (F1), %n article</numerusform>
            <numerusform>{one} and {other}: {exact} exact, {overlapping} overlapping (F1), %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles stayed, since they are not done</source>
        <translation>
            <numerusform>%n article stayed, since it is not done</numerusform>
            <numerusform>%n articles stayed, since they are not done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blanks of the card are not filled in</source>
        <translation>
            <numerusform>%n blank of the card is not filled in</numerusform>
            <numerusform>%n blanks of the card are not filled in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matches</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bin · %n article(s)</source>
        <translation>
            <numerusform>The bin · %n article</numerusform>
            <numerusform>The bin · %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same name without an entry elsewhere here: %n. Shift+Enter links them too.</source>
        <translation>
            <numerusform>The same name stands at one more place here without an entry. Shift+Enter links it too.</numerusform>
            <numerusform>The same name stands at %n more places here without an entry. Shift+Enter links them too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Named %n times in this layer</source>
        <translation>
            <numerusform>Named once in this layer</numerusform>
            <numerusform>Named %n times in this layer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A new entry has the %n ticked mentions: give it its name.</source>
        <translation>
            <numerusform>A new entry has the ticked mention: give it its name.</numerusform>
            <numerusform>A new entry has the %n ticked mentions: give it its name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words gone</source>
        <translation>
            <numerusform>%n word gone</numerusform>
            <numerusform>%n words gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words new</source>
        <translation>
            <numerusform>%n word new</numerusform>
            <numerusform>%n words new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words spelled otherwise</source>
        <translation>
            <numerusform>%n word spelled otherwise</numerusform>
            <numerusform>%n words spelled otherwise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles were not looked at: the project is open only for reading.</source>
        <translation>
            <numerusform>%n article was not looked at: the project is open only for reading.</numerusform>
            <numerusform>%n articles were not looked at: the project is open only for reading.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are not shown.</source>
        <translation>
            <numerusform>%n more is not shown.</numerusform>
            <numerusform>%n more are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>C suggests the %n marks of the open article in the reprint.</source>
        <translation>
            <numerusform>C suggests the mark of the open article in the reprint.</numerusform>
            <numerusform>C suggests the %n marks of the open article in the reprint.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>C suggests the %n marks of this reprint in the open article.</source>
        <translation>
            <numerusform>C suggests the mark of this reprint in the open article.</numerusform>
            <numerusform>C suggests the %n marks of this reprint in the open article.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestions</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reprints</source>
        <translation>
            <numerusform>%n reprint</numerusform>
            <numerusform>%n reprints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suggested %n marks</source>
        <translation>
            <numerusform>Suggested %n mark</numerusform>
            <numerusform>Suggested %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n whose words are others there</source>
        <translation>
            <numerusform>%n mark whose words are others there</numerusform>
            <numerusform>%n marks whose words are others there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n where something is marked already</source>
        <translation>
            <numerusform>%n mark where something is marked already</numerusform>
            <numerusform>%n marks where something is marked already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links to what was not carried over</source>
        <translation>
            <numerusform>%n link to what was not carried over</numerusform>
            <numerusform>%n links to what was not carried over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are spelled otherwise there.</source>
        <translation>
            <numerusform>%n of them is spelled otherwise there.</numerusform>
            <numerusform>%n of them are spelled otherwise there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported: %n hits</source>
        <translation>
            <numerusform>Exported: %n hit</numerusform>
            <numerusform>Exported: %n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Preparing the search: %n articles left</source>
        <translation>
            <numerusform>Preparing the search: %n article left</numerusform>
            <numerusform>Preparing the search: %n articles left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked</source>
        <translation>
            <numerusform>%n marked</numerusform>
            <numerusform>%n marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked so already</source>
        <translation>
            <numerusform>%n marked so already</numerusform>
            <numerusform>%n marked so already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be marked there</source>
        <translation>
            <numerusform>%n cannot be marked there</numerusform>
            <numerusform>%n cannot be marked there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quotes</source>
        <translation>
            <numerusform>%n quote</numerusform>
            <numerusform>%n quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claims</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attributions left</source>
        <translation>
            <numerusform>%n attribution left</numerusform>
            <numerusform>%n attributions left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>inside %n marks</source>
        <translation>
            <numerusform>inside %n mark</numerusform>
            <numerusform>inside %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>around %n marks</source>
        <translation>
            <numerusform>around %n mark</numerusform>
            <numerusform>around %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learned for {source}: %n articles that nobody has begun would change; Enter changes them.</source>
        <translation>
            <numerusform>Learned for {source}: one article that nobody has begun would change; Enter changes it.</numerusform>
            <numerusform>Learned for {source}: %n articles that nobody has begun would change; Enter changes them.</numerusform>
        </translation>
    </message>
</context>
</TS>
