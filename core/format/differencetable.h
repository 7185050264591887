// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/format/comparisontable.h"
#include "core/planner/difference.h"

#include <functional>
#include <span>
#include <string>

namespace pipegantt {

/// How a table of differences speaks to its reader; as it is made, in English.
struct DifferenceSpeech
{
    DifferenceSpeech();

    /// The reader's words for a text marked under the context "Difference".
    std::function<std::string(const char* text)> say;
    /// A time with its unit: `33 slots`.
    std::function<std::string(Duration time, TimeUnit unit)> time;
};

/// Differences in words, with a sign and never by colour alone: `-3 slots, shorter`, `+2.5 points,
/// more`, `the same`. Times are in `unit`; points have one decimal, more where that would be none.
std::string longerText(Duration difference, TimeUnit unit, const DifferenceSpeech& speech = {});
std::string pointsText(Ratio difference, const DifferenceSpeech& speech = {});
std::string moreBytesText(std::int64_t difference, const DifferenceSpeech& speech = {});
std::string moreTimeText(Duration difference, TimeUnit unit, const DifferenceSpeech& speech = {});

/// A row for each run: makespan, bubble, span bubble and peak memory, each with its difference from
/// the first, the baseline. Times are in the last run's unit.
TextTable differenceTable(std::span<const NamedRun> runs, const DifferenceSpeech& speech = {});

/// A row for each device and run: busy and idle time and peak memory, each with its difference from
/// the same device of the baseline. Devices go by number; where a run has no such device, it says
/// so.
TextTable deviceDifferenceTable(
    std::span<const NamedRun> runs, const DifferenceSpeech& speech = {});

/// Both as CSV (RFC 4180): exact numbers, the whole run as device `all`, empty where a cell has
/// none.
std::string differenceCsv(std::span<const NamedRun> runs);

} // namespace pipegantt
