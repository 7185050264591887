// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Before a function: compiles it a second time for newer x86 processors, and the program chooses
/// when it starts; and with loops over vectors, of which `-O2` has few: so that a distribution's
/// build is fast too. What the function calls must be inlined into it to gain. Sanitizers run
/// before the choice could be made; there, with other compilers, and on other systems and
/// processors, it is nothing.
#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__)      \
    && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define PIPEGANTT_MULTIVERSION [[gnu::optimize("O3"), gnu::target_clones("avx2", "default")]]
#else
#define PIPEGANTT_MULTIVERSION
#endif
