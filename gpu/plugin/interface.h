/* SPDX-FileCopyrightText: 2026 The PipeGantt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a plugin exports that runs pipeline stages on a device. Plain C, so that a plugin may be
 * built by another compiler and against another standard library than the program that loads it. A
 * plugin exports every function below under its name.
 *
 * All numbers are of fixed width, all memory is the caller's but that behind PipeganttStage, and no
 * exception leaves a function. Functions are called by one thread at a time. One that fails returns
 * a status other than PIPEGANTT_OK and writes into its reason, in English, without a full stop:
 * "cudaMalloc: out of memory". */
#ifndef PIPEGANTT_GPU_PLUGIN_INTERFACE_H
#define PIPEGANTT_GPU_PLUGIN_INTERFACE_H

/* NOLINTBEGIN: this is C */
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Changes whenever anything below does. A program loads plugins of its own version alone. */
#define PIPEGANTT_PLUGIN_VERSION 1

enum PipeganttStatus
{
    PIPEGANTT_OK = 0,
    PIPEGANTT_NO_DRIVER = 1,
    PIPEGANTT_DRIVER_TOO_OLD = 2,
    PIPEGANTT_DEVICE_TOO_OLD = 3,
    PIPEGANTT_OUT_OF_MEMORY = 4,
    PIPEGANTT_STOPPED = 5,
    PIPEGANTT_FAILED = 6
};

enum PipeganttPass
{
    PIPEGANTT_FORWARD = 0,
    PIPEGANTT_INPUT_GRAD = 1,
    PIPEGANTT_WEIGHT_GRAD = 2,
    PIPEGANTT_BACKWARD = 3,
    PIPEGANTT_RECOMPUTE = 4,
    PIPEGANTT_OPTIMIZER = 5
};

enum PipeganttNorm
{
    PIPEGANTT_LAYER_NORM = 0,
    PIPEGANTT_RMS_NORM = 1
};

enum PipeganttMlp
{
    PIPEGANTT_GELU = 0,
    PIPEGANTT_SWIGLU = 1
};

enum PipeganttPositions
{
    PIPEGANTT_LEARNED = 0,
    PIPEGANTT_ROTARY = 1
};

enum PipeganttBias
{
    PIPEGANTT_NO_BIAS = 0,
    PIPEGANTT_QKV_BIAS = 1,
    PIPEGANTT_ALL_BIASES = 2
};

enum PipeganttElement
{
    PIPEGANTT_FLOAT32 = 0,
    PIPEGANTT_BFLOAT16 = 1
};

/* What can be read back, to be held against the definition in gpu/reference. */
enum PipeganttTensor
{
    PIPEGANTT_OUTPUT = 0, /* tokens x hidden */
    PIPEGANTT_INPUT_GRADIENT = 1, /* likewise; of a stage without embedding */
    PIPEGANTT_PARAMETERS = 2, /* in the order of gpu/reference, matrices by rows of inputs */
    PIPEGANTT_PARAMETER_GRADIENTS = 3, /* likewise */
    PIPEGANTT_LOSS = 4 /* one number; of a stage with a head */
};

typedef struct PipeganttReason
{
    char text[256];
} PipeganttReason;

/* A stage as one device of its tensor-parallel group has it: heads, widths and vocabulary are
 * already divided. */
typedef struct PipeganttStageShape
{
    int64_t layers;
    int64_t hidden;
    int64_t heads;
    int64_t kv_heads;
    int64_t head_dim;
    int64_t ffn;
    int64_t vocabulary;
    int64_t positions; /* rows of a learned table of positions */
    int64_t microbatch;
    int64_t sequence;
    int32_t norm;
    int32_t mlp;
    int32_t position_kind;
    int32_t bias;
    int32_t head_norm; /* 0 or 1, as are the next two */
    int32_t embedding;
    int32_t head;
    int32_t element;
} PipeganttStageShape;

typedef struct PipeganttDevice
{
    char name[128]; /* "NVIDIA H200" */
    char software[128]; /* "CUDA 13.0, driver 580.65, cuBLAS 13.0.2" */
    int64_t free_bytes;
} PipeganttDevice;

/* In bytes, as allocated. */
typedef struct PipeganttStageMemory
{
    int64_t weights;
    int64_t gradients;
    int64_t optimizer;
    int64_t saved; /* by the forward pass */
    int64_t kept_for_weight_grad; /* of saved */
    int64_t added_by_input_grad;
    int64_t scratch;
} PipeganttStageMemory;

/* Asked while a pass runs, from the thread that runs it: other than 0 where the pass shall end with
 * PIPEGANTT_STOPPED. */
typedef struct PipeganttStop
{
    int32_t (*requested)(void* context);
    void* context;
} PipeganttStop;

typedef struct PipeganttStage PipeganttStage;

/* PIPEGANTT_PLUGIN_VERSION. The only function whose meaning never changes. */
int32_t pipegantt_plugin_version(void);

int32_t pipegantt_count_devices(int32_t* count, PipeganttReason* reason);

int32_t pipegantt_describe_device(
    int32_t device, PipeganttDevice* description, PipeganttReason* reason);

/* Allocates a stage. Its parameters, inputs and tokens are those that gpu/reference draws, rounded
 * to the element type. Whoever opens a stage closes it. */
int32_t pipegantt_open_stage(int32_t device, const PipeganttStageShape* shape,
    PipeganttStage** stage, PipeganttReason* reason);

/* Runs a pass to its end; picoseconds is what it took on the device. */
int32_t pipegantt_run_pass(PipeganttStage* stage, int32_t pass, const PipeganttStop* stop,
    int64_t* picoseconds, PipeganttReason* reason);

int32_t pipegantt_stage_memory(
    PipeganttStage* stage, PipeganttStageMemory* memory, PipeganttReason* reason);

/* Copies a tensor of count numbers to values. */
int32_t pipegantt_read_tensor(
    PipeganttStage* stage, int32_t tensor, int64_t count, float* values, PipeganttReason* reason);

/* A null pointer is nothing to close. */
void pipegantt_close_stage(PipeganttStage* stage);

#ifdef __cplusplus
}
#endif

/* NOLINTEND */

#endif
