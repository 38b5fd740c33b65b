#pragma once

#include "model/calls/call.h"

#include <QStringList>

namespace presentation {

/// One pair of a call's user data as it may be shown: secrets masked, hostile characters visible as such,
/// nothing longer than a line.
struct CaseLine
{
    QString key = {}; ///< "Customer.Segment" for a pair within a list
    QString value = {};

    bool operator==(const CaseLine &) const = default;
};

/// What the card shows of a call's case, and what stands behind "Data".
struct CaseData
{
    QList<CaseLine> named = {}; ///< in the order of the keys
    QList<CaseLine> rest = {};  ///< in the server's order
    int left = 0;               ///< so many more pairs there are than anybody reads

    bool isEmpty() const { return named.isEmpty() && rest.isEmpty(); }
    bool operator==(const CaseData &) const = default;
};

/// Which of a call's user data a site shows.
struct CaseKeys
{
    QStringList named = {};  ///< on the card
    QStringList hidden = {}; ///< nowhere
};

/// `keys`: those to be named, by their full names, case not heeded; one that the call does not have is left
/// out. `hidden` are shown nowhere: the recording's keys, whose state the light tells, and how certain it is.
/// It belongs on the screen alone: never into a log, a trace, an export or another program's answer.
CaseData caseData(const model::Call &call, const QStringList &keys, const QStringList &hidden = {});
/// "Segment: gold"
QString caseLineText(const CaseLine &line);
/// "and 12 more"; empty for none.
QString moreCaseLinesText(int left);

} // namespace presentation
