// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/session.h"

#include "core/format/planfile.h"
#include "ui/plan/planedit.h"

#include <QFileInfo>

namespace pipegantt {

void storeSession(const PlanDocument& document, Settings& settings)
{
    settings.set(
        setting::kPlan, QString::fromStdString(planText(document.plan(), document.view())));
    settings.set(setting::kPlanPath, document.path());
    settings.set(setting::kPlanModified, document.isModified());
}

void storeDiscardedSession(const PlanDocument& document, Settings& settings)
{
    settings.set(setting::kPlan, QString());
    settings.set(setting::kPlanPath, document.path());
    settings.set(setting::kPlanModified, false);
}

bool restoreSession(PlanDocument& document, const Settings& settings)
{
    const QString path = settings.value(setting::kPlanPath);
    const bool modified = settings.value(setting::kPlanModified);
    // The file may have changed since; without edits of ours it is the truth.
    if (!path.isEmpty() && !modified)
        return document.load(path).has_value();
    const Result<PlanFile> kept = parsePlanFile(settings.value(setting::kPlan).toStdString());
    if (!kept || !checkRunnable(kept->plan))
        return false;
    document.restore(kept->plan, path, modified, kept->view);
    return true;
}

} // namespace pipegantt
