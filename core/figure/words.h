// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
    std::string_view bubble;
    std::string_view device; ///< `device`, before its number
    std::string_view slots; ///< name of the abstract unit
    std::string_view stages;
    std::string_view microbatches;
};

const FigureWords& englishWords();
const FigureWords& chineseWords();

/// The words for `en`, `en_US`, `zh`, `zh_CN` or `zh-CN`; nothing for any other language.
std::optional<FigureWords> wordsFor(std::string_view language);

} // namespace pipegantt
