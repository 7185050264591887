// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/parameter.h"
#include "ui/plan/planedit.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace pipegantt {

/// The times of the stages one by one, as lists: `1, 1, 2, 1`. Off, all stages take the common
/// time.
class StageTimes : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StageTimes)

public:
    explicit StageTimes(PlanEdit& edit, QWidget* parent = nullptr);

    void show(const Plan& plan);
    void retranslate();

signals:
    /// A person has asked for the lists, which are about to show.
    void opened();

private:
    struct List
    {
        QLabel* name = nullptr;
        QLineEdit* field = nullptr;
        Parameter parameter = Parameter::Forward;
    };

    List makeList(Parameter parameter, const QString& objectName);
    void toggle(bool on);
    void commit(const List& list);
    void refuse(const List& list, const QString& sentence);

    PlanEdit& m_edit;
    QCheckBox* m_switch;
    List m_forward;
    List m_backward;
    QLabel* m_note;
};

} // namespace pipegantt
