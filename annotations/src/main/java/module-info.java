/**
 * The words of the Deft task language: annotations that are read at compile time and leave nothing to do at run time.
 */
@org.jspecify.annotations.NullMarked
module dev.deft.annotation {
    requires static org.jspecify;

    exports dev.deft.annotation;
}
