// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/format/jsontree.h"
#include "core/plan/planview.h"

#include <optional>
#include <string>
#include <string_view>

namespace pipegantt {

/// The key of a plan file under which marks and saved views stand.
inline constexpr std::string_view kViewKey = "view";

/// Reads the object that stands there, of a plan whose times are in `unit`. Marks may stand in any
/// order. Refuses keys that it does not know, by name.
Result<PlanView> readView(const JsonValue& value, TimeUnit unit);

/// What is wrong with a number beyond the range of double that stands under `key`; nothing where
/// no view has such a key.
std::optional<Error> viewOutOfRange(std::string_view key, std::string_view number);

/// The object, indented as a member of a plan file; empty where there is nothing to keep.
std::string viewText(const PlanView& view, TimeUnit unit);

} // namespace pipegantt
