"""Matrix products by numpy's BLAS, which was measured two to three times as fast as the one spaCy brings (blis).

In one thread: the products are small, so that a second thread gains little on a free machine and, waiting for its turn,
made reading four times slower on a busy one.
"""

from __future__ import annotations

import ctypes
import os

import numpy
from spacy.language import Language
from thinc.api import Model, NumpyOps

#: names under which OpenBLAS takes its number of threads, in numpy's wheels and in distributions
THREAD_SETTERS = ("scipy_openblas_set_num_threads64_", "openblas_set_num_threads64_", "openblas_set_num_threads")
THREAD_VARIABLES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")


class NumpyProducts(NumpyOps):
    """thinc's operations on the CPU, with `gemm` by numpy."""

    def gemm(self, x, y, out=None, trans1=False, trans2=False):
        """x @ y, either transposed first; into `out` where given. Shapes as in thinc's `Ops.gemm`."""
        return numpy.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


def use_one_thread() -> None:
    """One thread for numpy's products, unless the environment says how many; other BLAS libraries are left alone."""
    if any(os.environ.get(variable) for variable in THREAD_VARIABLES):
        return
    library = ctypes.CDLL(numpy._core._multiarray_umath.__file__)
    for name in THREAD_SETTERS:
        setter = getattr(library, name, None)
        if setter is not None:
            setter(1)
            return


def use_numpy_products(nlp: Language) -> None:
    """Let every layer of the pipeline's models multiply with numpy, in one thread."""
    use_one_thread()
    operations = NumpyProducts()
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for layer in model.walk():
                layer.ops = operations
