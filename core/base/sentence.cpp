// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"

#include "core/base/text.h"

#include <array>
#include <cstddef>

namespace pipegantt {
namespace {

struct Wording
{
    ErrorCode code;
    ErrorCategory category;
    std::string_view text;
};

using enum ErrorCategory;

/// In the order of ErrorCode. The first fact is the thing that is wrong wherever there is one.
constexpr std::array kWordings {
    Wording {ErrorCode::NotANumber, Invalid,
        PIPEGANTT_TEXT("Error", "%1 is “%2”, which is not a number.")},
    Wording {ErrorCode::NotWhole, Invalid,
        PIPEGANTT_TEXT("Error", "%1 is %2; it must be a whole number from %3 to %4.")},
    Wording {ErrorCode::OutOfRange, Invalid,
        PIPEGANTT_TEXT("Error", "%1 is %2; it must be from %3 to %4.")},
    Wording {ErrorCode::TooFine, Invalid,
        PIPEGANTT_TEXT("Error", "%1 is %2; it must be a multiple of %3.")},
    Wording {ErrorCode::UnknownUnit, Invalid,
        PIPEGANTT_TEXT("Error", "%1 has the unit “%2”; the units are %3.")},
    Wording {ErrorCode::UnknownChoice, Invalid,
        PIPEGANTT_TEXT("Error", "%1 is “%2”; it must be one of %3.")},
    Wording {ErrorCode::MixedTimeUnits, Invalid,
        PIPEGANTT_TEXT(
            "Error", "%1 is in %2, but %3 is in %4; give all times in slots or all in real time.")},
    Wording {ErrorCode::PerStageCount, Invalid,
        PIPEGANTT_TEXT("Error", "%1 lists %2 times; the model has %3 stages, each needs one.")},
    Wording {ErrorCode::ConflictingKeys, Invalid,
        PIPEGANTT_TEXT("Error",
            "%1 and %2 are both given; give the backward pass either whole or in its parts.")},
    Wording {ErrorCode::SliceCount, Invalid,
        PIPEGANTT_TEXT(
            "Error", "slice-weights lists %1 weights; there are %2 slices, each needs one.")},
    Wording {ErrorCode::PlacementOutOfRange, Invalid,
        PIPEGANTT_TEXT(
            "Error", "Stage %1 is placed on device %2; devices are numbered from 0 to %3.")},
    Wording {ErrorCode::DeviceWithoutStage, Invalid,
        PIPEGANTT_TEXT("Error", "Device %1 holds no stage; each device must hold at least one.")},
    Wording {ErrorCode::TooManyChunks, Invalid,
        PIPEGANTT_TEXT("Error", "Device %1 holds %2 stages; at most %3 are legal.")},
    Wording {ErrorCode::LayoutSyntax, Invalid,
        PIPEGANTT_TEXT("Error", "The layout is wrong at character %1, “%2”; there may stand: %3.")},
    Wording {ErrorCode::LayoutStages, Invalid,
        PIPEGANTT_TEXT("Error",
            "The layout has %1 stages; P = %2 and V = %3 need %4, with a bar between any two.")},
    Wording {ErrorCode::LayoutWithTimes, Invalid,
        PIPEGANTT_TEXT("Error",
            "A layout and %1 are both given; the layout gives each stage its times, so give one of "
            "them.")},
    Wording {ErrorCode::LayoutWithoutWork, Invalid,
        PIPEGANTT_TEXT("Error",
            "No stage of the layout %1 takes any time; add a layer, or give embedding or head "
            "a percentage.")},
    Wording {ErrorCode::TooManyOperations, Infeasible,
        PIPEGANTT_TEXT("Error",
            "%1 stages and %2 micro-batches make %3 operations; at most %4 fit the memory budget "
            "of 1.2 GB. Use M = %5 or less, or fewer stages.")},
    Wording {ErrorCode::JumpNeedsRule, Infeasible,
        PIPEGANTT_TEXT("Error",
            "microbatches is %1; the operations of %2 fit the memory budget, and more can be "
            "counted only in an order that follows a rule, but that of %3 is searched. Use M = %2 "
            "or less, or a schedule with a rule.")},
    Wording {ErrorCode::JumpNeedsEqualTimes, Infeasible,
        PIPEGANTT_TEXT("Error",
            "microbatches is %1; the operations of %2 fit the memory budget, and more can be "
            "counted only where they all take the same times, but jitter is %3 %. Use M = %2 or "
            "less, or no jitter.")},
    Wording {ErrorCode::JumpNeedsAsynchronous, Infeasible,
        PIPEGANTT_TEXT("Error",
            "microbatches is %1; the operations of %2 fit the memory budget, and more can be "
            "counted only where messages do not block. Use M = %2 or less, or asynchronous "
            "messages.")},
    Wording {ErrorCode::JumpNeedsRhythm, Infeasible,
        PIPEGANTT_TEXT("Error",
            "microbatches is %1; the operations of %2 fit the memory budget, and more can be "
            "counted only once the devices repeat themselves all together, which these times and "
            "this order do not make them do within that many. Use M = %2 or less.")},
    Wording {ErrorCode::TimeOverflow, Infeasible,
        PIPEGANTT_TEXT("Error",
            "The times of this plan add up beyond %1 s, the end of exact time; use shorter times, "
            "fewer stages or fewer micro-batches.")},
    Wording {ErrorCode::NeedsOneMicrobatch, Infeasible,
        PIPEGANTT_TEXT("Error",
            "microbatches is %1; the naive schedule does not cut the batch, so it must be 1. "
            "GPipe and 1F1B run any number.")},
    Wording {ErrorCode::NeedsOneChunk, Infeasible,
        PIPEGANTT_TEXT("Error",
            "chunks is %1; the schedule %2 runs one chunk on each device, so it must be 1.")},
    Wording {ErrorCode::ChunksMismatch, Infeasible,
        PIPEGANTT_TEXT("Error", "chunks is %1; the schedule %2 runs %3 chunks on each device.")},
    Wording {ErrorCode::NeedsEven, Infeasible,
        PIPEGANTT_TEXT("Error", "%1 is %2; the schedule %3 needs an even number.")},
    Wording {ErrorCode::NeedsMultiple, Infeasible,
        PIPEGANTT_TEXT("Error", "%1 is %2; the schedule %3 needs a multiple of %4.")},
    Wording {ErrorCode::NeedsAtLeast, Infeasible,
        PIPEGANTT_TEXT("Error", "%1 is %2; the schedule %3 needs at least %4.")},
    Wording {ErrorCode::GroupOutOfRange, Infeasible,
        PIPEGANTT_TEXT(
            "Error", "group is %1; it must be from 1 to %2 (the micro-batches), or 0 for %3.")},
    Wording {ErrorCode::GroupTooSmall, Infeasible,
        PIPEGANTT_TEXT("Error",
            "group is %1; Megatron-LM needs at least as many micro-batches in a group as there "
            "are stages (%2).")},
    Wording {ErrorCode::GroupOutsideStages, Infeasible,
        PIPEGANTT_TEXT("Error",
            "group is %1; group-interleaved needs from half the stages, rounded up (%2), to all of "
            "them (%3), or 0 for all.")},
    Wording {ErrorCode::LastGroupTooSmall, Infeasible,
        PIPEGANTT_TEXT("Error",
            "%1 micro-batches in groups of %2 leave %3 for the last group; Megatron-LM refuses a "
            "last group of fewer than the stages (%4), which would wait for itself.")},
    Wording {ErrorCode::MicrobatchesNotInRounds, Infeasible,
        PIPEGANTT_TEXT("Error",
            "%1 micro-batches do not fall into %2 equal rounds; PyTorch needs a multiple of the "
            "rounds, which are the micro-batches over the stages (%3), rounded down.")},
    Wording {ErrorCode::GroupWaitsForItself, Infeasible,
        PIPEGANTT_TEXT("Error",
            "group is %1; with %2 micro-batches on %3 devices they would wait for each other for "
            "ever. A group of %4 runs.")},
    Wording {ErrorCode::RuntimeLacksSchedule, Infeasible,
        PIPEGANTT_TEXT("Error", "%1 has no schedule %2.")},
    Wording {ErrorCode::RuntimeNeedsAtLeast, Infeasible,
        PIPEGANTT_TEXT("Error", "%1 is %2; %3 needs at least %4 for the schedule %5.")},
    Wording {ErrorCode::RuntimeNeedsGroup, Infeasible,
        PIPEGANTT_TEXT("Error", "group is %1; %2 makes groups of %3 by itself.")},
    Wording {ErrorCode::NoGivenOrder, Infeasible,
        PIPEGANTT_TEXT("Error",
            "The schedule %1 has no order yet; import one, or start from a schedule of the "
            "catalogue.")},
    Wording {ErrorCode::NotAsGiven, Infeasible,
        PIPEGANTT_TEXT("Error",
            "%1 is %2; the order of the custom schedule is for %3 and runs no other. Choose "
            "another "
            "schedule, or give another order.")},
    Wording {ErrorCode::NotInPyTorch, Infeasible,
        PIPEGANTT_TEXT("Error",
            "The order cannot be written with communication for PyTorch, which does not know %1.")},
    Wording {ErrorCode::LimitUnreachable, Infeasible,
        PIPEGANTT_TEXT("Error",
            "No order keeps the memory limit of %1; the smallest limit that works is %2.")},
    Wording {ErrorCode::StateDoesNotFit, Infeasible,
        PIPEGANTT_TEXT("Error",
            "Device %1 holds %2 of weights, gradients, optimizer state and buffers; the limit is "
            "%3. Raise the limit, or cut the model into more stages.")},
    Wording {ErrorCode::DoesNotFitMemory, Infeasible,
        PIPEGANTT_TEXT("Error",
            "Device %1 holds %2 at its peak; the limit is %3. Use M = %4 or less, or a "
            "schedule that keeps fewer micro-batches alive.")},
    Wording {ErrorCode::NothingFitsMemory, Infeasible,
        PIPEGANTT_TEXT("Error",
            "Device %1 holds %2 at its peak; the limit is %3, and no number of micro-batches fits. "
            "Raise the limit, cut the model into more stages, or use a schedule that keeps fewer "
            "alive.")},
    Wording {ErrorCode::NoCommonTime, Invalid,
        PIPEGANTT_TEXT("Error",
            "“%1” counts in %2 and “%3” in %4: a slot has no length, so the two have no time axis "
            "in "
            "common. Give both slots, or both a unit of time.")},
    Wording {ErrorCode::OperationMissing, Invalid,
        PIPEGANTT_TEXT("Error", "%1 is missing; device %2 must run it once.")},
    Wording {ErrorCode::OperationDuplicated, Invalid,
        PIPEGANTT_TEXT("Error", "%1 stands twice in the row of device %2; it must run once.")},
    Wording {ErrorCode::OperationMisplaced, Invalid,
        PIPEGANTT_TEXT("Error", "%1 in the row of device %2 is no operation of this schedule.")},
    Wording {ErrorCode::OrderAgainstDependency, Invalid,
        PIPEGANTT_TEXT("Error",
            "%1 stands before %2 in the row of device %3, but needs its result; it must come "
            "after.")},
    Wording {ErrorCode::Deadlock, Invalid,
        PIPEGANTT_TEXT("Error",
            "The devices wait for each other for ever: %1. Reorder one of these operations.")},
    Wording {ErrorCode::CellSyntax, Invalid,
        PIPEGANTT_TEXT("Error", "Row %1, column %2: “%3” is no action; %4.")},
    Wording {ErrorCode::CellOldGrammar, Invalid,
        PIPEGANTT_TEXT("Error",
            "Row %1, column %2: “%3” is of PyTorch's old grammar, where B meant the input gradient "
            "and BW the whole backward pass; write I for the input gradient and B for the whole.")},
    Wording {ErrorCode::CellDuplicate, Invalid,
        PIPEGANTT_TEXT("Error",
            "Row %1, column %2: “%3” stands already in row %4, column %5; it must stand once.")},
    Wording {ErrorCode::CellUnsuited, Invalid,
        PIPEGANTT_TEXT("Error", "Row %1, column %2: “%3” cannot stand here: %4.")},
    Wording {ErrorCode::CellBeforeNeed, Invalid,
        PIPEGANTT_TEXT("Error",
            "Row %1, column %2: “%3” needs “%4”, which stands in column %5 of the same row; it "
            "must "
            "come after.")},
    Wording {ErrorCode::CellMissing, Invalid,
        PIPEGANTT_TEXT("Error",
            "Row %1 has no “%2”; each micro-batch must pass each stage once, forwards and, unless "
            "no backward pass is there at all, backwards.")},
    Wording {ErrorCode::CellDeadlock, Invalid,
        PIPEGANTT_TEXT(
            "Error", "Row %1, column %2: “%3” waits for ever: %4. Reorder one of these actions.")},
    Wording {ErrorCode::StageOnTwoDevices, Invalid,
        PIPEGANTT_TEXT("Error",
            "Row %1, column %2: “%3” runs stage %4, which row %5 runs already; a stage is on one "
            "device.")},
    Wording {ErrorCode::StageMissing, Invalid,
        PIPEGANTT_TEXT(
            "Error", "No row runs stage %1; the stages from 0 to %2 must all be there.")},
    Wording {ErrorCode::RowEmpty, Invalid,
        PIPEGANTT_TEXT("Error", "Row %1 runs nothing; each device must run at least one action.")},
    Wording {ErrorCode::MessageUnmatched, Invalid,
        PIPEGANTT_TEXT("Error", "Row %1, column %2: “%3” has no partner; %4 is missing.")},
    Wording {ErrorCode::MoveAgainstNeed, Invalid,
        PIPEGANTT_TEXT("Error", "%1 cannot move there: %2 must come before %3, which needs it.")},
    Wording {ErrorCode::MoveIntoDeadlock, Invalid,
        PIPEGANTT_TEXT(
            "Error", "%1 cannot move there: the devices would wait for each other for ever: %2.")},
    Wording {ErrorCode::StageMoveRefused, Invalid,
        PIPEGANTT_TEXT("Error", "Stage %1 cannot move to device %2: %3.")},
    Wording {ErrorCode::FileTooLarge, Invalid,
        PIPEGANTT_TEXT("Error", "%1 has %2 bytes; such a file has at most %3.")},
    Wording {ErrorCode::JsonSyntax, Invalid,
        PIPEGANTT_TEXT("Error",
            "The plan is not valid JSON at line %1, column %2; it must be UTF-8 text in JSON.")},
    Wording {ErrorCode::NestedTooDeep, Invalid,
        PIPEGANTT_TEXT("Error", "The plan nests values %1 deep; at most %2 is legal.")},
    Wording {ErrorCode::DuplicateKey, Invalid,
        PIPEGANTT_TEXT("Error", "The key “%1” stands twice in the plan; it must stand once.")},
    Wording {ErrorCode::UnknownKey, Invalid,
        PIPEGANTT_TEXT("Error", "“%1” is no key of a plan; the keys are %2.")},
    Wording {ErrorCode::MissingKey, Invalid,
        PIPEGANTT_TEXT("Error", "The plan has no “%1”; it must have one.")},
    Wording {ErrorCode::WrongType, Invalid, PIPEGANTT_TEXT("Error", "%1 is %2; it must be %3.")},
    Wording {ErrorCode::NotAPlanFile, Invalid,
        PIPEGANTT_TEXT("Error", "This is not a PipeGantt plan: its “format” must be “%1”.")},
    Wording {ErrorCode::UnknownVersion, Invalid,
        PIPEGANTT_TEXT("Error",
            "The plan is of version %1; this program reads version %2. A newer PipeGantt may "
            "open it.")},
    Wording {ErrorCode::TooManyMarks, Invalid,
        PIPEGANTT_TEXT("Error", "There is one mark too many; a plan has at most %1.")},
    Wording {ErrorCode::MarkTwice, Invalid,
        PIPEGANTT_TEXT("Error", "Two marks stand at %1; each needs an instant of its own.")},
    Wording {ErrorCode::MarkName, Invalid,
        PIPEGANTT_TEXT("Error",
            "The name of the mark at %1 has %2 characters; it must be one line of at most %3.")},
    Wording {ErrorCode::ViewTwice, Invalid,
        PIPEGANTT_TEXT("Error", "Two saved views have the key %1; each key keeps one.")},
    Wording {ErrorCode::ViewEmpty, Invalid,
        PIPEGANTT_TEXT("Error", "A saved view begins at %1 and ends at %2; it must end later.")},
    Wording {ErrorCode::StageDoesNotDivide, Infeasible,
        PIPEGANTT_TEXT(
            "Error", "%1 has %2 %3, which does not divide by %4; tensor-parallel must divide it.")},
    Wording {ErrorCode::StageUnsupported, Infeasible,
        PIPEGANTT_TEXT(
            "Error", "%1 has %2, which stages are not measured with; choose a dense model.")},
    Wording {ErrorCode::StageDoesNotFit, Infeasible,
        PIPEGANTT_TEXT("Error",
            "A stage with micro-batches of %1 needs %2; %3 has %4 free. The largest micro-batch "
            "that fits is %5.")},
    Wording {ErrorCode::StageFitsNoMicrobatch, Infeasible,
        PIPEGANTT_TEXT("Error",
            "A stage with micro-batches of 1 needs %1; %2 has %3 free. Use fewer layers, a shorter "
            "sequence, or tensor parallelism.")},
    Wording {ErrorCode::PluginMissing, Infeasible,
        PIPEGANTT_TEXT("Error", "CUDA is not available: there is no plugin at %1.")},
    Wording {ErrorCode::PluginUnloadable, Infeasible,
        PIPEGANTT_TEXT("Error", "CUDA is not available: the plugin cannot be loaded: %1.")},
    Wording {ErrorCode::PluginVersion, Infeasible,
        PIPEGANTT_TEXT("Error",
            "CUDA is not available: the plugin %1 is of version %2; this program needs version "
            "%3.")},
    Wording {ErrorCode::PluginIncomplete, Infeasible,
        PIPEGANTT_TEXT("Error", "CUDA is not available: the plugin %1 has no %2.")},
    Wording {ErrorCode::DriverMissing, Infeasible,
        PIPEGANTT_TEXT("Error",
            "CUDA is not available: the NVIDIA driver is not installed or does not run (%1).")},
    Wording {ErrorCode::DriverTooOld, Infeasible,
        PIPEGANTT_TEXT("Error", "CUDA is not available: the NVIDIA driver is too old (%1).")},
    Wording {ErrorCode::DeviceUnknown, Invalid,
        PIPEGANTT_TEXT("Error", "device is “%1”; the devices of this machine are %2.")},
    Wording {ErrorCode::DeviceTooOld, Infeasible, PIPEGANTT_TEXT("Error", "%1 is too old: %2.")},
    Wording {ErrorCode::DeviceOutOfMemory, Infeasible,
        PIPEGANTT_TEXT("Error", "%1 ran out of memory: %2. Use smaller micro-batches.")},
    Wording {ErrorCode::DeviceFailed, InputOutput, PIPEGANTT_TEXT("Error", "%1 failed: %2.")},
    Wording {ErrorCode::MeasurementStopped, InputOutput,
        PIPEGANTT_TEXT(
            "Error", "The measurement on %1 was stopped before it had anything to keep.")},
    Wording {ErrorCode::TimesSyntax, Invalid,
        PIPEGANTT_TEXT("Error", "The stage times are wrong at %1: it is %2; it must be %3.")},
    Wording {ErrorCode::NotATimesFile, Invalid,
        PIPEGANTT_TEXT("Error", "These are no stage times: their “format” must be “%1”.")},
    Wording {ErrorCode::TimesVersion, Invalid,
        PIPEGANTT_TEXT("Error",
            "The stage times are of version %1; this program reads version %2. A newer PipeGantt "
            "may open them.")},
    Wording {ErrorCode::TimesMissingKey, Invalid,
        PIPEGANTT_TEXT("Error", "The stage times have no “%1”; they must have one.")},
    Wording {ErrorCode::TimesUnknownKey, Invalid,
        PIPEGANTT_TEXT("Error", "“%1” is no key of stage times; the keys here are %2.")},
    Wording {ErrorCode::TimesOfOtherModel, Invalid,
        PIPEGANTT_TEXT("Error", "The stage times are of the model %1; the plan asks for %2.")},
    Wording {ErrorCode::TimesNameNoSize, Invalid,
        PIPEGANTT_TEXT("Error",
            "The stage times are of micro-batches of %1; say which with micro-batch-size.")},
    Wording {ErrorCode::TimesLackSize, Invalid,
        PIPEGANTT_TEXT(
            "Error", "micro-batch-size is %1; the stage times are of micro-batches of %2.")},
    Wording {ErrorCode::TimesAgainstBatch, Infeasible,
        PIPEGANTT_TEXT("Error",
            "global-batch is %1, but %2 micro-batches of %3 samples make %4; give only two of "
            "the three.")},
    Wording {ErrorCode::TimesWithTimes, Infeasible,
        PIPEGANTT_TEXT("Error",
            "times and %1 are both given; stage times say how long each stage takes, so give one "
            "of them.")},
    Wording {ErrorCode::CannotRead, InputOutput, PIPEGANTT_TEXT("Error", "Cannot read %1: %2.")},
    Wording {ErrorCode::CannotWrite, InputOutput, PIPEGANTT_TEXT("Error", "Cannot write %1: %2.")},
    Wording {ErrorCode::CannotExport, Usage,
        PIPEGANTT_TEXT("Error", "Cannot export to %1; the name must end in %2.")},
    Wording {ErrorCode::BuiltWithoutQt, Usage,
        PIPEGANTT_TEXT("Error",
            "Cannot write %1: this build has no Qt, which paints .png and .pdf. It writes .svg, "
            ".csv, .json and .pgantt.")},
    Wording {ErrorCode::FigureTooLarge, Invalid,
        PIPEGANTT_TEXT("Error",
            "The figure would be %1 by %2 pixels; at most %3 pixels in all are legal. Use a "
            "lower resolution or width.")},
    Wording {ErrorCode::OutOfMemory, InputOutput,
        PIPEGANTT_TEXT("Error",
            "This machine has no memory left for %1 operations; use fewer stages or "
            "micro-batches.")},
    Wording {ErrorCode::BadCommandLine, Usage, "%1"},
};

constexpr bool wordingsFollowTheEnumeration()
{
    for (std::size_t i = 0; i < kWordings.size(); ++i) {
        if (static_cast<std::size_t>(kWordings[i].code) != i)
            return false;
    }
    return static_cast<std::size_t>(ErrorCode::BadCommandLine) + 1 == kWordings.size();
}
static_assert(wordingsFollowTheEnumeration());

const Wording& wording(ErrorCode code)
{
    return kWordings[static_cast<std::size_t>(code)];
}

} // namespace

ErrorCategory category(ErrorCode code)
{
    return wording(code).category;
}

std::string_view sentenceTemplate(ErrorCode code)
{
    return wording(code).text;
}

std::string sentence(const Error& error)
{
    return fillPlaceholders(sentenceTemplate(error.code), error.facts);
}

std::string fillPlaceholders(std::string_view text, std::span<const std::string> facts)
{
    std::string filled;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool placeholder =
            text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const std::size_t fact = placeholder ? static_cast<std::size_t>(text[i + 1] - '1') : 0;
        if (placeholder && fact < facts.size()) {
            filled += facts[fact];
            ++i;
        } else {
            filled += text[i];
        }
    }
    return filled;
}

} // namespace pipegantt
