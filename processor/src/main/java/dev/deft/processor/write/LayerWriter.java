package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.plan.Layer;

/** Writes the private methods of layers of one kind. */
interface LayerWriter<L extends Layer> {
    /** One sentence on what the method does. */
    CodeBlock javadoc(Scope scope, L layer);

    /** The method's body. */
    CodeBlock body(Scope scope, L layer);
}
