// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace pipegantt::test {

/// Translates every text into itself between brackets, so that a text which did not go through
/// translation, or was not set anew, shows.
class PseudoTranslator : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(
        const char*, const char* source, const char*, int) const override
    {
        return QChar(u'⟦') + QString::fromUtf8(source) + QChar(u'⟧');
    }
};

/// Switches the application to the pseudo language for as long as it lives.
class PseudoLanguage
{
    Q_DISABLE_COPY_MOVE(PseudoLanguage)

public:
    PseudoLanguage() { QCoreApplication::installTranslator(&m_translator); }
    ~PseudoLanguage() { QCoreApplication::removeTranslator(&m_translator); }

private:
    PseudoTranslator m_translator;
};

/// Whether `text` is, at least in part, in the pseudo language.
inline bool isPseudo(const QString& text)
{
    return text.contains(QChar(u'⟦')) && text.contains(QChar(u'⟧'));
}

} // namespace pipegantt::test
