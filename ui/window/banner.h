// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;

namespace pipegantt {

/// A calm line over the chart that says why the plan in the panel is not what is shown.
class Banner : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    explicit Banner(QWidget* parent = nullptr);

    /// Shows the sentence; an empty one takes the banner away.
    void say(const QString& sentence);

private:
    QLabel* m_sentence;
};

} // namespace pipegantt
