package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;

/**
 * What a layer calls.
 *
 * @param before what comes right before that, whole lines; empty unless it is the method itself that is called, with faults
 * @param call the call, an expression
 */
record Inside(CodeBlock before, CodeBlock call) {}
