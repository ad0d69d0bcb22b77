/** Runs Python, for tests that compare with Python's packages: {@link lamin.testing.python.PythonPeer}. */
@NullMarked
package lamin.testing.python;

import org.jspecify.annotations.NullMarked;
