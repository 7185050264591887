// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace pipegantt {

/// Everything that a person can do from a menu or by a shortcut.
enum class ActionId
{
    // File
    New,
    Open,
    ImportOrder,
    Save,
    SaveAs,
    Export,
    CopyImage,
    Quit,
    // Edit
    Undo,
    Redo,
    EditOrder,
    MoveEarlier,
    MoveLater,
    MoveStageUp,
    MoveStageDown,
    // View
    Palette,
    Schedules,
    Comparison,
    PlanPanel,
    Readouts,
    BubbleChart,
    MemoryChart,
    DeviceTable,
    FullScreen,
    NextTheme,
    NextLanguage,
    // Chart
    Fit,
    ZoomIn,
    ZoomOut,
    PanLeft,
    PanRight,
    ZoomToSelection,
    ColorByKind,
    ColorByMicrobatch,
    ColorByChunk,
    ColorByStage,
    ColorByIdleCause,
    NextColors,
    // Rows
    RowsByDevice,
    RowsByChunk,
    RowsByStage,
    NextRows,
    HideRow,
    PinRow,
    MoveRowUp,
    MoveRowDown,
    ShowAllRows,
    ZoomRowsIn,
    ZoomRowsOut,
    ScrollRowsUp,
    ScrollRowsDown,
    Lanes,
    // Select
    NextOperation,
    PreviousOperation,
    DeviceAbove,
    DeviceBelow,
    Predecessor,
    Successor,
    Dependencies,
    CriticalPath,
    Find,
    FindNext,
    FindPrevious,
    SelectAll,
    ExtendLater,
    ExtendEarlier,
    ExtendUp,
    ExtendDown,
    CopyTotals,
    MeasureHere,
    Clear,
    // Playback
    Play,
    StepForward,
    StepBack,
    ToStart,
    ToEnd,
    Faster,
    Slower,
    NextMicrobatch,
    PreviousMicrobatch,
    NextPhase,
    PreviousPhase,
    // Compare
    PinBaseline,
    CompareFiles,
    CompareSchedule,
    SwapBaseline,
    UnpinAll,
    ShowStacked,
    ShowOverlaid,
    ShowWipe,
    WipeLeft,
    WipeRight,
    Differences,
    CopyDifferences,
    // Help
    Shortcuts,
    About,
    Count, ///< behind the last; none itself
};

inline constexpr auto kActionCount = static_cast<std::size_t>(ActionId::Count);

} // namespace pipegantt
