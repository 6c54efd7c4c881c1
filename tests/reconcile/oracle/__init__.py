"""The oracle: the model of docs/methods.md once more, in NumPyro, written from the mathematics and not from our density.

It takes prepared statements and the plan of lines, and nothing else of `unaccounted.reconcile`. `lines` is the state, `told` what each
statement observes, `model` the probability and NUTS, `mapping` the one place that knows how our density lays out its parameters,
`worlds` makes accounts to compare on, `compare` says how far two sets of draws are apart. Needs jax.
"""
