/** The words of Deft: the annotations that stand on a method that is to become a task. */
module dev.deft.annotation {
    requires static org.jspecify;

    exports dev.deft.annotation;
}
