// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace pipegantt {

/// The M that a press of `key` (Qt::Key) leads to from `microbatches`, within the legal range: left
/// and right go by one, page up and page down halve and double; nothing for any other key.
std::optional<int> microbatchesAfter(int key, int microbatches);

} // namespace pipegantt
