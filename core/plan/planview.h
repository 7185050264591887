// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipegantt {

/// An instant of the whole run that somebody marked.
struct Mark
{
    Duration time {};
    /// One line, at most kLongestMarkName characters; empty where it has no name.
    std::string name;

    friend bool operator==(const Mark&, const Mark&) = default;
};

/// What colours can tell apart, as plan files spell it.
inline constexpr std::array<std::string_view, 5> kColorings {
    "kind",
    "microbatch",
    "chunk",
    "stage",
    "idle",
};

/// What rows can be, as plan files spell it.
inline constexpr std::array<std::string_view, 3> kRowKinds {"device", "chunk", "stage"};

/// What the chart showed when somebody kept it.
struct SavedView
{
    /// The window of time, of the whole run: [begin, end). Nothing where all of it was shown.
    struct Window
    {
        Duration begin {};
        Duration end {};

        friend bool operator==(const Window&, const Window&) = default;
    };
    std::optional<Window> window;
    /// Index into kColorings.
    std::size_t coloring = 0;
    /// Index into kRowKinds.
    std::size_t rows = 0;

    friend bool operator==(const SavedView&, const SavedView&) = default;
};

/// How somebody looks at a plan. It is kept beside the plan in its file, and changes nothing of
/// what the plan asks.
struct PlanView
{
    static constexpr std::size_t kSavedCount = 9;

    /// In the order of time, one at an instant.
    std::vector<Mark> marks;
    /// Under the keys 1 to 9.
    std::array<std::optional<SavedView>, kSavedCount> saved;

    friend bool operator==(const PlanView&, const PlanView&) = default;
};

inline constexpr std::size_t kMostMarks = 1000;
inline constexpr std::size_t kLongestMarkName = 80;

/// The index of the mark at `time`.
std::optional<std::size_t> markAt(const PlanView& view, Duration time);

/// Puts a mark into its place. Refuses one too many, a second one at an instant, and a name that is
/// none.
Result<void> addMark(PlanView& view, Mark mark, TimeUnit unit);
/// Gives the mark at `index` another name.
Result<void> renameMark(PlanView& view, std::size_t index, std::string name, TimeUnit unit);

} // namespace pipegantt
