"""Of culture: surnames and names of history, arts and fiction, and of seasons, feasts and contests, as words in lower case.

Alone such a word names nobody of the industry unless something beside it says so (the chip Kepler, a start-up called Orwell).
"""

from __future__ import annotations

from typing import Final

from pipeline.extract.candidates.word_lists import words_in

THINKERS: Final = words_in(
    """
    aristotle aristote plato platon socrates socrate confucius archimedes archimède euclid euclide pythagoras pythagore ptolemy ptolémée
    galileo galilée copernicus copernic newton leibniz descartes pascal spinoza hobbes locke hume kant hegel nietzsche schopenhauer
    kierkegaard heidegger wittgenstein sartre camus beauvoir foucault derrida deleuze bourdieu barthes ellul simondon bergson bachelard latour
    arendt colbert vauban sankara senghor césaire fanon brassens brel piaf aznavour gainsbourg dylan presley lennon chaplin hitchcock
    spielberg kubrick adorno habermas popper kuhn montaigne montesquieu voltaire rousseau diderot tocqueville condorcet machiavelli machiavel
    keynes keynesian hayek friedman marx engels malthus ricardo schumpeter jevons pareto veblen galbraith piketty
    darwin mendel lamarck linnaeus linné pasteur curie fleming jenner koch pavlov freud jung piaget
    einstein bohr heisenberg schrödinger planck dirac feynman oppenheimer fermi maxwell faraday boltzmann carnot kelvin rutherford
    lorenz gauss euler laplace lagrange fourier cauchy galois poincaré riemann hilbert gödel cantor ramanujan bayes markov
    bernoulli fermat turing shannon wiener lovelace babbage neumann asimov occam ockham murphy moore
    shakespeare shelley byron keats dickens austen brontë orwell huxley joyce woolf wilde kipling tolkien carroll
    dante cervantes goethe schiller kafka kafkaesque mann brecht tolstoy tolstoï dostoevsky dostoïevski chekhov tchekhov borges
    hemingway fitzgerald steinbeck faulkner melville whitman thoreau twain poe
    molière racine corneille hugo balzac zola flaubert stendhal proust baudelaire rimbaud verlaine apollinaire prévert simenon
    brontë eyre maupassant perec queneau boileau verne dumas colette céline malraux gide aragon éluard ionesco beckett
    bach mozart beethoven chopin liszt schubert schumann brahms wagner verdi puccini vivaldi handel haendel haydn debussy ravel
    satie berlioz bizet tchaikovsky tchaïkovski stravinsky mahler
    michelangelo michel-ange raphael botticelli caravaggio caravage vermeer rembrandt rubens goya velázquez monet manet renoir
    degas cézanne gauguin matisse picasso braque dalí magritte kandinsky klimt warhol rodin moebius hergé
    napoléon napoleon bonaparte caesar césar cleopatra cléopâtre charlemagne richelieu robespierre lenin lénine stalin staline
    churchill thatcher roosevelt lincoln gandhi mandela
    sisyphus sisyphe cyclops cyclope goliath noah babel godot frankenstein dracula pinocchio cinderella cendrillon gattaca goldorak
    astérix obélix tintin maigret
    """
)
"""Whom texts quote and compare with."""
NAMESAKES: Final = words_in(
    """
    newton pascal locke hume marx murphy moore mann carroll kuhn koch jung fleming jenner bell galois markov turing austen poe
    fitzgerald hugo racine corneille perec bach wagner monet lincoln churchill thatcher noah shannon wiener fermi camus carnot maxwell
    """
)
"""Those of them whose surnames many have."""
SEASONS: Final = words_in(
    """
    chuseok seollal tet vesak candlemas michaelmas whitsun maundy lent advent epiphany hanukkah passover diwali holi eid ramadan yom kippur purim thanksgiving halloween valentine
    toussaint ascension pentecôte épiphanie chandeleur noël saint-sylvestre rentrée hivernage carême avent
    bundesliga eredivisie ligue eurovision grammy grammys oscars emmys tonys baftas césars molières goncourt renaudot booker pulitzer
    wimbledon roland-garros superbowl olympics paralympics
    tramontane sirocco scirocco zephyr alizés
    """
)
"""Feasts, seasons, winds, contests and prizes."""
OF_CULTURE: Final = THINKERS | SEASONS
