// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/differencespeech.h"

#include "ui/text/quantities.h"

namespace pipegantt {

DifferenceSpeech windowSpeech()
{
    DifferenceSpeech speech;
    speech.say = [](const char* text) { return translated("Difference", text).toStdString(); };
    speech.time = [](Duration duration, TimeUnit unit) {
        return durationText(duration, unit).toStdString();
    };
    return speech;
}

QString differenceCell(const std::string& cell)
{
    QString text = QString::fromStdString(cell);
    if (text == QLatin1String("-"))
        return QStringLiteral("–");
    if (text.startsWith(u'-'))
        text.replace(0, 1, QStringLiteral("−"));
    return text;
}

} // namespace pipegantt
