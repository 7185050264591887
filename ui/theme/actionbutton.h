// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QAction;
class QToolButton;

namespace pipegantt {

/// A button that triggers `action` and looks as it says: its icon, its tip, whether it is enabled
/// and checked. The words of the button and the shortcut of the action stay their own. Unowned.
QToolButton* actionButton(QAction* action);

} // namespace pipegantt
