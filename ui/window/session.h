// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/plandocument.h"
#include "ui/settings/settings.h"

namespace pipegantt {

/// Keeps the plan as it is now, edits included, for the next start.
void storeSession(const PlanDocument& document, Settings& settings);

/// Keeps only what is on disk: the edits were given up.
void storeDiscardedSession(const PlanDocument& document, Settings& settings);

/// Restores the plan of the last session into `document`; false where there is none that can be
/// read, and the document is as it was.
bool restoreSession(PlanDocument& document, const Settings& settings);

} // namespace pipegantt
