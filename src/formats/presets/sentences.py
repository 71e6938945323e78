# Sentences: pairs of words
from keras.models import Sequential
from keras.layers import Conv1D, Dense, Dropout, Embedding, GlobalMaxPooling1D, Input

n_words, vocabulary = 16, 273

model = Sequential()
model.add(Input(shape=(n_words,)))
model.add(Embedding(vocabulary, 16))
# A kernel two words high: one word turns the next one over.
model.add(Conv1D(32, 2, activation='relu'))
model.add(GlobalMaxPooling1D())
model.add(Dropout(0.2))
model.add(Dense(2, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x_train, y_train, batch_size=32, epochs=12, validation_split=0.1)
