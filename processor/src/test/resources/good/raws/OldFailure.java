package raws;

/** On its way out. */
@Deprecated
class OldFailure extends Exception {
    private static final long serialVersionUID = 1;
}
