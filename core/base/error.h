// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace pipegantt {

/// What went wrong. `sentence.cpp` holds, for each, its category and what its facts are.
enum class ErrorCode : std::uint8_t
{
    // A value by itself.
    NotANumber,
    NotWhole,
    OutOfRange,
    TooFine,
    UnknownUnit,
    UnknownChoice,
    MixedTimeUnits,
    PerStageCount,
    ConflictingKeys,
    SliceCount,
    PlacementOutOfRange,
    DeviceWithoutStage,
    TooManyChunks,
    LayoutSyntax,
    LayoutStages,
    LayoutWithTimes,
    LayoutWithoutWork,
    // Values together.
    TooManyOperations,
    JumpNeedsRule,
    JumpNeedsEqualTimes,
    JumpNeedsAsynchronous,
    JumpNeedsRhythm,
    TimeOverflow,
    NeedsOneMicrobatch,
    NeedsOneChunk,
    ChunksMismatch,
    NeedsEven,
    NeedsMultiple,
    NeedsAtLeast,
    GroupOutOfRange,
    GroupTooSmall,
    GroupOutsideStages,
    LastGroupTooSmall,
    MicrobatchesNotInRounds,
    GroupWaitsForItself,
    RuntimeLacksSchedule,
    RuntimeNeedsAtLeast,
    RuntimeNeedsGroup,
    NoGivenOrder,
    NotAsGiven,
    NotInPyTorch,
    LimitUnreachable,
    StateDoesNotFit,
    DoesNotFitMemory,
    NothingFitsMemory,
    NoCommonTime,
    // A schedule.
    OperationMissing,
    OperationDuplicated,
    OperationMisplaced,
    OrderAgainstDependency,
    Deadlock,
    // An order that was given.
    CellSyntax,
    CellOldGrammar,
    CellDuplicate,
    CellUnsuited,
    CellBeforeNeed,
    CellMissing,
    CellDeadlock,
    StageOnTwoDevices,
    StageMissing,
    RowEmpty,
    MessageUnmatched,
    MoveAgainstNeed,
    MoveIntoDeadlock,
    StageMoveRefused,
    // A plan file.
    FileTooLarge,
    JsonSyntax,
    NestedTooDeep,
    DuplicateKey,
    UnknownKey,
    MissingKey,
    WrongType,
    NotAPlanFile,
    UnknownVersion,
    TooManyMarks,
    MarkTwice,
    MarkName,
    ViewTwice,
    ViewEmpty,
    // A stage to measure, and stage times.
    StageDoesNotDivide,
    StageUnsupported,
    StageDoesNotFit,
    StageFitsNoMicrobatch,
    PluginMissing,
    PluginUnloadable,
    PluginVersion,
    PluginIncomplete,
    DriverMissing,
    DriverTooOld,
    DeviceUnknown,
    DeviceTooOld,
    DeviceOutOfMemory,
    DeviceFailed,
    MeasurementStopped,
    TimesSyntax,
    NotATimesFile,
    TimesVersion,
    TimesMissingKey,
    TimesUnknownKey,
    TimesOfOtherModel,
    TimesNameNoSize,
    TimesLackSize,
    TimesAgainstBatch,
    TimesWithTimes,
    // The outside world.
    CannotRead,
    CannotWrite,
    CannotExport,
    BuiltWithoutQt,
    FigureTooLarge,
    OutOfMemory,
    // The command line.
    BadCommandLine,
};

/// Which kind of trouble it is; the command line's exit codes follow it.
enum class ErrorCategory : std::uint8_t
{
    InputOutput,
    Usage,
    Infeasible,
    Invalid,
};

/// An error as data: the code and the facts that its sentence names, in the order of the sentence's
/// placeholders. Facts are numbers, names of parameters, operations or files: never prose.
struct Error
{
    Error(ErrorCode which, std::initializer_list<std::string> what)
        : code(which)
        , facts(what)
    {
    }

    ErrorCode code;
    std::vector<std::string> facts;

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

/// `return failure(ErrorCode::NotANumber, {"stages", text});`
inline tl::unexpected<Error> failure(ErrorCode code, std::initializer_list<std::string> facts)
{
    return tl::unexpected<Error>(Error(code, facts));
}

/// Forwards the error of another result.
template <class T>
tl::unexpected<Error> failure(const Result<T>& result)
{
    return tl::unexpected<Error>(result.error());
}

} // namespace pipegantt
