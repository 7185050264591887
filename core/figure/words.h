// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/order/operation.h"

#include <optional>
#include <string_view>

namespace pipegantt {

/// The few words inside a figure, in one language. The core draws figures without a toolkit, so it
/// carries them itself; window and command line use the same ones and draw the same picture.
struct FigureWords
{
    std::string_view languageTag; ///< BCP 47: `en`, `zh-CN`
    std::string_view forward;
    std::string_view backward;
    std::string_view inputGrad;
    std::string_view weightGrad;
    std::string_view recompute;
    std::string_view optimizerStep;
    std::string_view pair;
    std::string_view bubble;
    std::string_view device; ///< `device`, before its number
    std::string_view stage; ///< the others before theirs, too
    std::string_view chunk;
    std::string_view chunks;
    std::string_view slice;
    std::string_view slices;
    /// What runs from the last device to the first, where two pipelines share the devices.
    std::string_view secondDirection;
    std::string_view slotUnit; ///< name of the abstract unit
    std::string_view stages; ///< before `P = 4`
    std::string_view microbatches; ///< before `M = 8`
    /// One sentence on how to read the picture, for readers who cannot see it.
    std::string_view description;
    /// What the colours mean where bars are too thin to be drawn one by one.
    std::string_view mixed;
    /// Behind how many of the micro-batches an excerpt leaves out, or draws by themselves.
    std::string_view leftOut;
    std::string_view drawnAlone;
    /// Before a formula that is not the plan's, as it were without what the next ones name.
    std::string_view textbook;
    /// Why the simulated ratio is not the textbook's.
    std::string_view unevenStages;
    std::string_view hopLatency;
    std::string_view partialGroup;
    std::string_view conditions;
    /// Before the formula's own conditions.
    std::string_view exactIf;
    /// Where the literature has no formula.
    std::string_view noFormula;
};

/// A condition under which a formula of the catalogue is exact, in the language of `words`; as it
/// is where that has no words for it.
std::string_view conditionWords(const FigureWords& words, std::string_view exactWhen);

/// The word for the passes of `kind`.
std::string_view kindWord(const FigureWords& words, OperationKind kind);

const FigureWords& englishWords();
const FigureWords& chineseWords();

/// The words for `en`, `en_US`, `zh`, `zh_CN` or `zh-CN`; nothing for any other language.
std::optional<FigureWords> wordsFor(std::string_view language);

} // namespace pipegantt
