// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Compiled by nobody: packaging/check-includes must refuse each of these lines.
#include "decimal.h"
#include "core/plan/plan.h"
#include <QString>
