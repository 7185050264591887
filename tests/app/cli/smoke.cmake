# SPDX-FileCopyrightText: 2026 The PipeGantt authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Runs the program and compares exit code, standard output and standard error.
#   cmake -DPROGRAM=… -DPAINTS=ON|OFF -DDIRECTORY=… -P smoke.cmake

# expect(CODE code STDOUT regex STDERR regex ARGS arguments...)
function(expect)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "CODE;STDOUT;STDERR" "ARGS")
    execute_process(
        COMMAND ${PROGRAM} ${arg_ARGS}
        RESULT_VARIABLE code
        OUTPUT_VARIABLE out
        ERROR_VARIABLE err
    )
    if(NOT code STREQUAL arg_CODE)
        message(SEND_ERROR "${arg_ARGS}: exit ${code}, not ${arg_CODE}\n${err}")
    endif()
    if(NOT out MATCHES "${arg_STDOUT}")
        message(SEND_ERROR "${arg_ARGS}: printed\n${out}\nnot ${arg_STDOUT}")
    endif()
    if(NOT err MATCHES "${arg_STDERR}")
        message(SEND_ERROR "${arg_ARGS}: said\n${err}\nnot ${arg_STDERR}")
    endif()
endfunction()

expect(CODE 0 STDOUT "^pipegantt-cli [0-9.]+\n$" STDERR "^$" ARGS --version)
expect(CODE 0 STDOUT "naive.*inference.*gpipe.*1f1b" STDERR "^$" ARGS schedules)
expect(
    CODE 0 STDOUT "\"makespan\": 117,.*\"bubble_ratio\": 0.17948717948717" STDERR "^$"
    ARGS simulate --schedule gpipe --stages 8 --microbatches 32 --json
)
expect(CODE 0 STDOUT "^0F0,0F1,0B0,0B1\r?\n1F0,1B0,1F1,1B1\r?\n$" STDERR "^$" ARGS order --stages 2 --microbatches 2)
expect(CODE 2 STDOUT "^$" STDERR "is no command" ARGS frobnicate)
expect(CODE 3 STDOUT "^$" STDERR "it must be 1" ARGS simulate --schedule naive --microbatches 2)
expect(CODE 4 STDOUT "^$" STDERR "from 1 to 1024" ARGS simulate --stages 0)
expect(CODE 1 STDOUT "^$" STDERR "No such file" ARGS simulate ${DIRECTORY}/missing.pgantt)
expect(CODE 0 STDOUT "^$" STDERR "^$" ARGS export --stages 4 -o ${DIRECTORY}/smoke.svg)
file(READ ${DIRECTORY}/smoke.svg svg)
if(NOT svg MATCHES "<svg .*</svg>")
    message(SEND_ERROR "smoke.svg is no SVG")
endif()
expect(
    CODE 0 STDOUT "gpt2-124m, 1 layer, 8 tokens" STDERR "measuring micro-batch 1, layers: 0 %"
    ARGS measure --model gpt2-124m --sequence 8 --micro-batch-sizes 1 --rounds 1 --layers-only -o ${DIRECTORY}/smoke-times.json
)
expect(
    CODE 0 STDOUT "measured with gpt2-124m in micro-batches of 1" STDERR "^$"
    ARGS simulate --times ${DIRECTORY}/smoke-times.json
)
file(REMOVE ${DIRECTORY}/smoke.png)
if(PAINTS)
    expect(CODE 0 STDOUT "^$" STDERR "^$" ARGS export --stages 4 -o ${DIRECTORY}/smoke.png)
else()
    expect(CODE 2 STDOUT "^$" STDERR "has no Qt" ARGS export --stages 4 -o ${DIRECTORY}/smoke.png)
endif()
